import { graceEndsMs } from '@jikaotong/shared/rules/door';
import type { Handle } from '../../platform/db';
import { noteFirst } from './attendance.repository';
import type { Duty } from './invigilation.record';
import { seatedIn } from './room-hours.repository';

/**
 * The grace time is over and every phone on duty in a room has said since that it keeps nothing more: whoever is not in
 * has not come. While a phone is away nobody is absent, for it may hold them. `hour`: all duties of it, locked.
 */
export async function noteGrace(
  h: Handle,
  heard: Duty,
  { hour, graceMinutes }: { readonly hour: readonly Duty[]; readonly graceMinutes: number },
): Promise<void> {
  const others = hour.filter(({ id, state }) => id !== heard.id && state === 'open');
  for (const seat of await seatedIn(h, heard)) {
    if (seat.state !== 'planned') continue;
    const untilMs = graceEndsMs({ day: heard.day, graceMinutes }, seat);
    const watching = [heard, ...others.filter(({ roomIds }) => roomIds.includes(seat.roomId))];
    if (!watching.every(({ heardAt, waiting }) => heardAt !== null && heardAt > untilMs && waiting === 0)) continue;
    await noteFirst(h, {
      sessionId: heard.sessionId,
      participantId: seat.participantId,
      sittingId: seat.id,
      state: 'absent',
      way: 'grace',
      at: untilMs,
      dutyId: heard.id,
      byAccountId: heard.accountId ?? heard.assignedBy,
    });
  }
}
