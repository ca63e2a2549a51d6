import { type TimeOfDay, earlierOf } from '@jikaotong/shared/kernel';
import { ASSUMED_GRACE_MINUTES, dutyHours } from '@jikaotong/shared/rules/door';
import { type Actor, type Context, bodiesOf, refuse } from '../../platform/http';
import { findBody } from '../bodies';
import { dutiesOf, findOwn } from './duty.repository';
import type { Duty } from './invigilation.record';
import { type RoomHour, roomHoursOf } from './room-hours.repository';

/** Of the staff, only while they are its invigilators; a helper has nothing but the duty. */
const mayStill = (actor: Actor, { kind, bodyId }: Duty): boolean =>
  kind === 'helper' || bodiesOf(actor, ON_DUTY).includes(bodyId);

/** Who of the staff may be on duty. */
export const ON_DUTY = ['invigilator', 'exam-officer', 'administrator'] as const;

type Asking = Pick<Context, 'h' | 'now'> & { readonly actor: Actor };

/** An open duty of one's own, within its hours; any other does not exist. Refuses `duty-locked` with its hours. */
export async function openDuty({ h, now, actor }: Asking, id: string): Promise<{ duty: Duty; hours: Hours }> {
  const duty = await findOwn(h, actor.accountId, id);
  if (!duty || duty.state !== 'open' || !mayStill(actor, duty)) return refuse('not-found');
  const hours = hoursOf(duty, await roomHoursOf(h, duty.sessionId, duty.slot));
  if (!hours) return refuse('not-found');
  const { opensMs, closesMs } = hours;
  if (now.ms < opensMs || now.ms >= closesMs) refuse('duty-locked', { opensAt: opensMs, closesAt: closesMs });
  return { duty, hours };
}

/** One's own open duties from today on, each with its rooms and hours. */
export async function ownDuties({ h, now, actor }: Asking): Promise<{ duty: Duty; hours: Hours }[]> {
  const found: { duty: Duty; hours: Hours }[] = [];
  for (const duty of await dutiesOf(h, actor.accountId, now.day)) {
    const hours = mayStill(actor, duty) ? hoursOf(duty, await roomHoursOf(h, duty.sessionId, duty.slot)) : null;
    if (hours) found.push({ duty, hours });
  }
  return found;
}

export type Hours = {
  readonly rooms: readonly RoomHour[];
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly opensMs: number;
  readonly closesMs: number;
};

/** Null: nobody sits in these rooms at this hour any more. */
export function hoursOf(duty: Pick<Duty, 'day' | 'roomIds'>, all: readonly RoomHour[]): Hours | null {
  const rooms = all.filter(({ roomId }) => duty.roomIds.includes(roomId));
  const [first] = rooms;
  if (!first) return null;
  const startsAt = rooms.reduce((least, one) => (one.startsAt < least ? one.startsAt : least), first.startsAt);
  const endsAt = rooms.reduce((most, one) => (one.endsAt > most ? one.endsAt : most), first.endsAt);
  const day = rooms.reduce((least, one) => earlierOf(least, one.day), first.day);
  return { rooms, startsAt, endsAt, ...dutyHours({ day, startsAt, endsAt }) };
}

/** How long after the beginning somebody is let in: as the body says, else as it is assumed. */
export async function graceOf(
  h: Context['h'],
  bodyId: string,
): Promise<{ readonly graceMinutes: number; readonly graceIsAssumed: boolean }> {
  const set = (await findBody(h, bodyId))?.graceMinutes ?? null;
  return { graceMinutes: set ?? ASSUMED_GRACE_MINUTES, graceIsAssumed: set === null };
}
