import { type LocalDate, addDays, dayAt, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import type { WindowEvent } from '../sessions';

/** When a moved demonstration stands on a new day: the counters open. */
export const MORNING = timeOfDay('09:00');

export type NextEvent = { readonly atMs: number; readonly day: LocalDate; readonly what: string };

/**
 * The next day on which something changes: a window of a session that opens or is over, or a job that is due. A window
 * names its day and brings the morning; what is due during the night before runs on the way. Null when nothing is left.
 */
export function nextEventOf(
  moment: WindowEvent | null,
  job: { readonly dueAt: number; readonly kind: string } | null,
): NextEvent | null {
  const jobDay = job && dayAt(job.dueAt);
  if (moment && (jobDay === null || moment.day <= jobDay)) {
    return { atMs: instantAt(moment.day, MORNING), day: moment.day, what: moment.what };
  }
  return job && jobDay && { atMs: job.dueAt, day: jobDay, what: job.kind };
}

/** Jobs of the same day come by themselves while the clock ticks: only those from the next midnight on are events. */
export const midnightAfter = (day: LocalDate): number => instantAt(addDays(day, 1), timeOfDay('00:00'));
