import type { Handle } from '../../platform/db';
import { sittingsIn } from '../sittings';
import { entrantsIn, standingsToTake } from '../stages';
import { objectorsIn } from './objection.repository';

type Seat = Awaited<ReturnType<typeof sittingsIn>>[number];

/** What the rooms of a stage know, by participant. */
export type KnownByDoors = {
  readonly came: ReadonlyMap<string, 'present' | 'absent'>;
  /** The seats of whom no room knows anything yet, and of who objects to what it knows. */
  readonly open: ReadonlyMap<string, readonly Seat[]>;
  readonly objectors: ReadonlySet<string>;
};

/** Absent is who came to no room of the stage; of whom a room knows nothing yet, or who objects to what it knows, nothing is said. */
export async function knownByDoors(h: Handle, stageId: string): Promise<KnownByDoors> {
  const seats = new Map<string, Seat[]>();
  for (const seat of await sittingsIn(h, stageId))
    seats.set(seat.participantId, [...(seats.get(seat.participantId) ?? []), seat]);
  const objectors = await objectorsIn(h, stageId);
  const came = new Map<string, 'present' | 'absent'>();
  const open = new Map<string, readonly Seat[]>();
  for (const [participantId, own] of seats) {
    const as = (state: Seat['state']) => own.filter((seat) => seat.state === state);
    if (objectors.has(participantId)) open.set(participantId, [...as('absent'), ...as('planned')]);
    else if (as('present').length > 0) came.set(participantId, 'present');
    else if (as('planned').length > 0) open.set(participantId, as('planned'));
    else if (as('absent').length > 0) came.set(participantId, 'absent');
  }
  return { came, open, objectors };
}

/** Of how many entrants of a stage the rooms know what the roster does not say yet. */
export async function untakenAttendance(h: Handle, stageId: string): Promise<number> {
  const { came } = await knownByDoors(h, stageId);
  return standingsToTake(await entrantsIn(h, stageId), came).length;
}
