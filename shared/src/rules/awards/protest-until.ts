import { type LocalDate, type Result, addDays, ok } from '../../kernel';
import type { ProtestRule } from '../../notice';
import { type Calendar, type CalendarGap, addWorkdays } from '../calendar';

/** The last day, included, on which one may protest against what was published on a day. */
export const protestUntil = (
  { window }: Pick<ProtestRule, 'window'>,
  publishedOn: LocalDate,
  calendar: Calendar,
): Result<LocalDate, CalendarGap> =>
  window.unit === 'days' ? ok(addDays(publishedOn, window.count)) : addWorkdays(calendar, publishedOn, window.count);
