import { type Clause, type LocalDate, addDays, addMonths, laterOf, localDate } from '../../kernel';
import { type Notice, offeringOf } from '../../notice';

/** The last day on which this notice may still take an application, and whose clause says so. */
export type LastApplicationDay = { readonly day: LocalDate; readonly source: Clause };

/**
 * The last day on which an offering may be applied for under this notice: the printed one, else the last day of its last
 * printed month, before which every application must be in; null where the notice names neither.
 */
export function lastApplicationDay(
  notice: Pick<Notice, 'offerings' | 'windows' | 'schedule' | 'year'>,
  offeringCode: string,
): LastApplicationDay | null {
  const closes = notice.windows.find(({ kind }) => kind === 'application')?.closes;
  if (closes?.kind === 'on') return { day: closes.day, source: closes.source };
  const rows = notice.schedule.filter((row) => row.offerings.includes(offeringCode));
  const printed = rows.flatMap(({ application, source }) => (application ? [{ day: application.closes, source }] : []));
  const last = printed.reduce<LastApplicationDay | null>(
    (latest, row) => (latest === null || laterOf(latest.day, row.day) !== latest.day ? row : latest),
    null,
  );
  if (last) return last;
  const offering = offeringOf(notice, offeringCode);
  if (!offering?.months || offering.months.length === 0) return null;
  const month = String(Math.max(...offering.months)).padStart(2, '0');
  return { day: addDays(addMonths(localDate(`${notice.year}-${month}-01`), 1), -1), source: offering.source };
}
