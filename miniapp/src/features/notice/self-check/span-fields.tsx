import type { LocalDate } from '@jikaotong/shared/kernel';
import { Check, DayField } from '../../../ui';
import { type SpanDraft, spanErrors } from './span-draft';

type Props = {
  /** Before each field's id: `job`, `stay`. */
  id: string;
  /** What it says while it lasts, such as 目前还在做这份工作. */
  presentText: string;
  draft: SpanDraft;
  today: LocalDate;
  onChange: (part: Partial<SpanDraft>) => void;
};

/** From which day to which, both counted, or until now. */
export function SpanFields({ id, presentText, draft, today, onChange }: Props) {
  const errors = spanErrors(draft, today);
  return (
    <>
      <DayField
        id={`${id}-from`}
        label="开始日期"
        latest={today}
        value={draft.from}
        error={errors.from}
        onChange={(from) => onChange({ from })}
      />
      <Check
        id={`${id}-present`}
        text={presentText}
        checked={draft.present}
        onChange={(present) => onChange({ present })}
      />
      {draft.present ? null : (
        <DayField
          id={`${id}-last-day`}
          label="最后一天"
          hint="这一天也算在内"
          latest={today}
          value={draft.lastDay}
          error={errors.lastDay}
          onChange={(lastDay) => onChange({ lastDay })}
        />
      )}
    </>
  );
}
