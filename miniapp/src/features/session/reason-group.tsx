import type { LocalDate } from '@jikaotong/shared/kernel';
import { choiceDayFault, lastChoiceDay } from '@jikaotong/shared/rules/calendar';
import { refusalSentence } from '@jikaotong/shared/words';
import { DayField, Group, ProseField, Phrases } from '../../ui';
import { dayOf } from './move-draft';

type Props = {
  reason: string;
  onReason: (reason: string) => void;
  choiceUntil: string | null;
  onChoiceUntil: (day: string) => void;
  today: LocalDate;
  shown: boolean;
  hint: string;
  /** The first day of the exam that will be; null: there is none any more. */
  examStart: LocalDate | null;
};

const REASONS = ['考点不能使用', '报名人数不足', '天气或自然灾害', '上级部门要求'] as const;

/** A session that is moved, beside those. */
const MOVED_REASONS = [...REASONS, '人数多，增加考试日'] as const;

/** Why, and until when people may choose; both stand in everybody's message. */
export function ReasonGroup({ reason, onReason, choiceUntil, onChoiceUntil, today, shown, hint, examStart }: Props) {
  const last = lastChoiceDay(today, examStart);
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
      <Phrases id="change-reason-phrase" phrases={examStart === null ? REASONS : MOVED_REASONS} onChoose={onReason} />
      <DayField
        id="choice-until"
        label="请考生在这一天以前选择（含当天）"
        value={choiceUntil}
        startAt={choiceUntil ?? today}
        earliest={today}
        latest={last}
        hint={hint}
        error={choiceError({ choiceUntil, today, shown, examStart })}
        onChange={onChoiceUntil}
      />
    </Group>
  );
}

/** A day is judged as soon as it is whole, its absence once somebody wants to go on. */
function choiceError({
  choiceUntil,
  today,
  shown,
  examStart,
}: Pick<Props, 'choiceUntil' | 'today' | 'shown' | 'examStart'>): string | null {
  const until = dayOf(choiceUntil);
  if (until === null) return shown ? '请选择日期' : null;
  const fault = choiceDayFault(until, today, examStart);
  return fault && refusalSentence('choice-day-wrong', fault);
}
