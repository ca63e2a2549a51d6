import { graceEndsMs } from '@jikaotong/shared/rules/door';
import type { Context } from '../../platform/http';
import { noteFirst } from './attendance.repository';
import { dutiesOfHour } from './duty.repository';
import type { Duty } from './invigilation.record';
import { seatedIn } from './room-hours.repository';

/**
 * The grace time is over and every phone on duty in a room has said since that it keeps nothing more: whoever is not in
 * has not come. While a phone is away nobody is absent, for it may hold them.
 */
export async function noteGrace(ctx: Context, heard: Duty, graceMinutes: number): Promise<void> {
  const others = (await dutiesOfHour(ctx.h, heard.sessionId, heard.slot)).filter(({ id }) => id !== heard.id);
  for (const seat of await seatedIn(ctx.h, heard)) {
    if (seat.state !== 'planned') continue;
    const untilMs = graceEndsMs({ day: heard.day, graceMinutes }, seat);
    const watching = [heard, ...others.filter(({ roomIds }) => roomIds.includes(seat.roomId))];
    if (!watching.every(({ heardAt, waiting }) => heardAt !== null && heardAt > untilMs && waiting === 0)) continue;
    await noteFirst(ctx.h, {
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
