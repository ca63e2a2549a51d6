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
  /** Whether the months alone will do. */
  takesMonths?: boolean;
  onChange: (part: Partial<SpanDraft>) => void;
};

/** From which day to which, both counted, or until now. */
export function SpanFields({ id, presentText, draft, today, takesMonths = false, onChange }: Props) {
  const errors = spanErrors(draft, today);
  const byMonth = draft.byMonth ?? false;
  return (
    <>
      {takesMonths ? (
        <Check
          id={`${id}-by-month`}
          text="只记得年月，不记得哪一天"
          checked={byMonth}
          onChange={(next) =>
            onChange({ byMonth: next, from: monthsOrDay(draft.from, next), lastDay: monthsOrDay(draft.lastDay, next) })
          }
        />
      ) : null}
      <DayField
        id={`${id}-from`}
        label={byMonth ? '开始年月' : '开始日期'}
        byMonth={byMonth}
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
          label={byMonth ? '最后年月' : '最后一天'}
          byMonth={byMonth}
          hint={byMonth ? '这个月也算在内' : '这一天也算在内'}
          latest={today}
          value={draft.lastDay}
          error={errors.lastDay}
          onChange={(lastDay) => onChange({ lastDay })}
        />
      )}
    </>
  );
}

/** The month of a day; a month alone is no day. */
const monthsOrDay = (typed: string | null, byMonth: boolean): string | null =>
  byMonth && typed ? typed.slice(0, 7) : null;
