import type { CalendarYear } from '@jikaotong/shared/rules/calendar';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { calendarYearRecord } from './notice.record';

/** A year as it is announced here; null when it is not yet. */
export async function findCalendarYear(h: Handle, year: number): Promise<CalendarYear | null> {
  const row = await h.repo(calendarYearRecord).findOneBy({ year });
  return row && { year: row.year, off: row.off, workedWeekends: row.workedWeekends, source: row.source };
}

/** The last year there is. */
export async function lastCalendarYear(h: Handle): Promise<number | null> {
  const [last] = await h.repo(calendarYearRecord).find({ order: { year: 'DESC' }, take: 1 });
  return last?.year ?? null;
}

/** Adds a year; false when somebody was faster. */
export async function addCalendarYear(h: Handle, announced: CalendarYear, nowMs: number): Promise<boolean> {
  try {
    await insert(h, calendarYearRecord, { id: newId(), ...announced, addedAt: nowMs });
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_calendar_year')) return false;
    throw error;
  }
}

export const replaceCalendarYear = (h: Handle, { year, ...days }: CalendarYear): Promise<number> =>
  updateWhere(h, calendarYearRecord, { year }, days);
