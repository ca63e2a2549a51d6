import { type LocalDate, addDays, addMonths, earlierOf, laterOf, parseLocalDate } from '@jikaotong/shared/kernel';
import { lastDayOf, toAfter } from '@jikaotong/shared/notice';

/** A job or stay as it is typed: people name the last day, which counts. */
export type SpanDraft = {
  /** A day, or a month `YYYY-MM` with `byMonth`. */
  readonly from: string | null;
  readonly lastDay: string | null;
  readonly present: boolean;
  /** Only the months are known. */
  readonly byMonth?: boolean;
};

export const BLANK_SPAN: SpanDraft = { from: null, lastDay: null, present: true };

type Span = { readonly from: LocalDate; readonly to: LocalDate | null; readonly byMonth?: true | undefined };

/** The days [from, to), or null while one is missing, lies ahead, or the end comes before the beginning. */
export function spanOf({ byMonth, ...draft }: SpanDraft, today: LocalDate): Span | null {
  if (!byMonth) return spanOfDays(draft, today);
  const from = draft.from && `${draft.from}-01`;
  const span = spanOfDays({ ...draft, from, lastDay: draft.lastDay && lastOfMonth(draft.lastDay, today) }, today);
  return span && { ...span, byMonth: true };
}

/** The last day of a month, at the latest today. */
function lastOfMonth(month: string, today: LocalDate): string {
  const first = parseLocalDate(`${month}-01`);
  return first.ok ? earlierOf(addDays(addMonths(first.value, 1), -1), laterOf(today, first.value)) : '';
}

function spanOfDays({ from, lastDay, present }: SpanDraft, today: LocalDate): Span | null {
  const start = parseLocalDate(from ?? '');
  if (!start.ok || start.value > today) return null;
  if (present) return { from: start.value, to: null };
  const end = parseLocalDate(lastDay ?? '');
  if (!end.ok || end.value < start.value || end.value > today) return null;
  return { from: start.value, to: toAfter(end.value) };
}

/** A span to be typed over. */
export const draftOfSpan = (span: Span): SpanDraft => ({
  ...(span.byMonth
    ? { from: monthOf(span.from), lastDay: monthOf(lastDayOf(span)), byMonth: true }
    : { from: span.from, lastDay: lastDayOf(span) }),
  present: span.to === null,
});

const monthOf = (day: string | null): string | null => day?.slice(0, 7) ?? null;

/** What is wrong with each day, in words. */
export const spanErrors = ({ from, lastDay, byMonth }: SpanDraft, now: LocalDate) =>
  errorsBetween({ from, lastDay, today: byMonth ? now.slice(0, 7) : now });

const errorsBetween = ({ from, lastDay, today }: Pick<SpanDraft, 'from' | 'lastDay'> & { today: string }) => ({
  from: from !== null && from > today ? '开始日期在今天以后，已经开始的才能算' : null,
  lastDay:
    lastDay !== null && lastDay > today
      ? '最后一天在今天以后；现在还在继续的，请勾选上面一项'
      : from !== null && lastDay !== null && lastDay < from
        ? '最后一天在开始日期以前'
        : null,
});

/** `2015年1月1日至2018年12月31日`, both days counted, `…至今` while it lasts; of months `2015年1月至2018年12月`. */
export const spanWords = (span: Span): string => {
  const { from, lastDay } = draftOfSpan(span);
  return `${from === null ? '' : printedDay(from)}至${lastDay === null ? '今' : printedDay(lastDay)}`;
};

/** A day or a month as people write it. */
const printedDay = (text: string): string => {
  const [year, month, day] = text.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
};
