import type { LocalDate } from '@jikaotong/shared/kernel';
import { DayField, Group, ProseField } from '../../ui';
import { Phrases } from '../staff';

type Props = {
  reason: string;
  onReason: (reason: string) => void;
  choiceUntil: string | null;
  onChoiceUntil: (day: string) => void;
  today: LocalDate;
  shown: boolean;
  hint: string;
};

const REASONS = ['考点不能使用', '报名人数不足', '天气或自然灾害', '上级部门要求'] as const;

/** Why, and until when people may choose; both stand in everybody's message. */
export function ReasonGroup({ reason, onReason, choiceUntil, onChoiceUntil, today, shown, hint }: Props) {
  return (
    <Group title="告诉考生">
      <ProseField
        id="change-reason"
        label="原因（考生看得到）"
        maxlength={200}
        value={reason}
        error={shown && reason.trim() === '' ? '请写明原因' : null}
        onChange={onReason}
      />
      <Phrases id="change-reason-phrase" phrases={REASONS} onChoose={onReason} />
      <DayField
        id="choice-until"
        label="请考生在这一天以前选择（含当天）"
        value={choiceUntil}
        startAt={choiceUntil ?? today}
        earliest={today}
        hint={hint}
        error={shown && choiceUntil === null ? '请选择日期' : null}
        onChange={onChoiceUntil}
      />
    </Group>
  );
}
