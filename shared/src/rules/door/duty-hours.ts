import { type LocalDate, type TimeOfDay, instantAt } from '../../kernel';

/** The names stay locked until so long before the first paper, and are gone so long after the last. */
const BEFORE_MS = 3 * 3_600_000;
const AFTER_MS = 4 * 3_600_000;

/** From when until when a duty opens its list; outside it shows nothing. */
export const dutyHours = (of: {
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
}): { readonly opensMs: number; readonly closesMs: number } => ({
  opensMs: instantAt(of.day, of.startsAt) - BEFORE_MS,
  closesMs: instantAt(of.day, of.endsAt) + AFTER_MS,
});

/** A phone whose clock differs by more than this is told so. */
export const CLOCK_TOLERANCE_MS = 60_000;

/** Nothing printed says how late somebody may come; so long after the beginning, unless a body says otherwise. */
export const ASSUMED_GRACE_MINUTES = 30;
