import { type LocalDate, addDays } from '../../kernel';

/** Days of a session that people must still be able to meet when they hear of it; an absent one is not judged. */
export type DaysAhead = {
  readonly examStart: LocalDate;
  readonly applicationCloses?: LocalDate | null | undefined;
  readonly paymentCloses?: LocalDate | null | undefined;
};

/** The first of these days that is over: an exam is tomorrow at the earliest, a window closes today at the earliest. */
export function dayBehind(days: DaysAhead, today: LocalDate): keyof DaysAhead | null {
  if (days.examStart <= today) return 'examStart';
  if (days.applicationCloses && days.applicationCloses < today) return 'applicationCloses';
  return days.paymentCloses && days.paymentCloses < today ? 'paymentCloses' : null;
}

/** Assumed: nobody's money waits longer than this for a choice after a session is cancelled. */
export const MOST_CHOICE_DAYS = 60;

/** Until when people may be asked to choose: before the exam, or without one (null) within `MOST_CHOICE_DAYS`. */
export const lastChoiceDay = (today: LocalDate, examStart: LocalDate | null): LocalDate =>
  addDays(examStart ?? today, examStart ? -1 : MOST_CHOICE_DAYS);

/** Null for a day until which people can choose, else the days between which it must lie, both included. */
export function choiceDayFault(
  until: LocalDate,
  today: LocalDate,
  examStart: LocalDate | null,
): { readonly from: LocalDate; readonly to: LocalDate; readonly limit: 'exam' | 'days' } | null {
  const to = lastChoiceDay(today, examStart);
  return until < today || until > to ? { from: today, to, limit: examStart ? 'exam' : 'days' } : null;
}
