import type { LocalDate } from '@jikaotong/shared/kernel';
import { type KnownWindow, notAfter, notBefore, spanOf } from '@jikaotong/shared/rules/progress';
import type { Shortage } from '@jikaotong/shared/rules/seating';
import type { Refused } from '../../platform/http';
import type { ExamPaper } from '../sessions';
import type { SeatingFrame } from './seating-input';

/** Seats may be given from the day payment opens until the first exam day. */
export function judgeSeatingDay(windows: readonly KnownWindow[], day: LocalDate): Refused | null {
  const refusal = notBefore(spanOf(windows, 'payment').opens, day) ?? notAfter(spanOf(windows, 'exam').opens, day);
  return refusal && { refused: refusal.code, data: refusal.data };
}

/** A subject announced later is seated until its own day (S25 二（三）); until then its session may be long over. */
export const judgeLaterSeatingDay = (
  windows: readonly KnownWindow[],
  paper: Pick<ExamPaper, 'day'>,
  day: LocalDate,
): Refused | null => {
  const refusal = notBefore(spanOf(windows, 'payment').opens, day) ?? notAfter(paper.day, day);
  return refusal && { refused: refusal.code, data: refusal.data };
};

/**
 * The seats to add, each counted once however many hours lack it, and which shifts lack how many: a seat added to a site
 * helps at every hour, so that the worst hour of each site counts.
 */
export function seatsToAdd(short: readonly Shortage[], { shiftOf }: Pick<SeatingFrame, 'shiftOf'>) {
  const rows = new Map<string, { subject: string; day: string; first: string; missing: number; reserved: boolean }>();
  const byHour = new Map<string, { siteName: string; missing: number }>();
  for (const { shift: id, missing, reserved } of short) {
    const shift = shiftOf(id);
    if (!shift) continue;
    const { subject, day, siteName } = shift.paper;
    const name = [day, shift.startsAt, subject, reserved].join(' ');
    const row = { subject, day, first: shift.startsAt, missing: (rows.get(name)?.missing ?? 0) + missing, reserved };
    rows.set(name, row);
    const hour = [siteName, day, shift.startsAt].join('\n');
    byHour.set(hour, { siteName, missing: (byHour.get(hour)?.missing ?? 0) + missing });
  }
  const bySite = new Map<string, number>();
  for (const { siteName, missing } of byHour.values())
    bySite.set(siteName, Math.max(bySite.get(siteName) ?? 0, missing));
  const missing = [...bySite.values()].reduce((sum, count) => sum + count, 0);
  return { missing, short: [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row) };
}
