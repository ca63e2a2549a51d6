import { timeOfDay } from '@jikaotong/shared/kernel';
import { type Context, refuse } from '../../platform/http';
import { findAnySitting } from '../sittings';
import { confirmMarked, isOut, noteDespiteAbsence, noteFirst, standingOf, turn } from './attendance.repository';
import type { Attendance } from './invigilation.record';
import { graceEndOf } from './room-record.presenter';

/**
 * Somebody stands as an officer says from now on. Refuses `wrong-state` once the result is out or where points say that
 * somebody was there, and `too-early` an absence while they may still come. A mark of 缺考 stays beside what is decided, and keeps its
 * results from being published (`differingIn`). The session is locked: results that come out at the same
 * time wait, or are waited for.
 */
export async function stand(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  bodyId: string,
  given: {
    readonly of: Pick<Attendance, 'sessionId' | 'participantId' | 'sittingId' | 'at' | 'dutyId'>;
    readonly as: 'present' | 'absent';
    readonly accountId: string;
    readonly reason: string;
  },
): Promise<void> {
  const { of, as, accountId, reason } = given;
  if (await isOut(h, of.sittingId)) refuse('wrong-state', { state: 'attendance-out' });
  if (as === 'absent') {
    const sitting = (await findAnySitting(h, of.sittingId)) ?? refuse('not-found');
    const from = await graceEndOf(h, bodyId, { day: sitting.day, startsAt: timeOfDay(sitting.startsAt) });
    if (now.ms <= from) refuse('too-early', { of: 'absence', from });
  }
  const noted = { ...of, state: as, way: 'officer' as const, byAccountId: accountId };
  const why = { crypto: ports.crypto, reason };
  if ((await noteFirst(h, noted)) || (await turn(h, noted, why, { despiteAbsence: true }))) return;
  const { state, live } = await standingOf(h, of.sittingId);
  if (state === as) return void (await confirmMarked(h, noted, state));
  const isOverruled = as === 'present' && live === null && (await noteDespiteAbsence(h, noted));
  if (!isOverruled) refuse('wrong-state', { state: 'attendance-marked' });
}
