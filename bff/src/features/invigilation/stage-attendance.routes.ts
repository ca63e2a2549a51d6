import { type ReplyOf, stages as contract } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import { type Route, action, query } from '../../platform/http';
import { type FrozenStage, frozenStage, namedEntrantsIn, standingsToTake, takeAttendance } from '../stages';
import { roomHoursOf } from './room-hours.repository';
import { type KnownByDoors, knownByDoors } from './stage-attendance';

type View = ReplyOf<typeof contract.getStageAttendance>;

const getStageAttendance = query(contract.getStageAttendance, async (ctx) => {
  const stage = await frozenStage(ctx, ctx.input.params.id, contract.getStageAttendance.who);
  const known = await knownByDoors(ctx.h, stage.id);
  const entrants = await namedEntrantsIn(ctx.h, stage.id);
  const taken = standingsToTake(entrants, known.came);
  const as = (standing: 'present' | 'absent') => taken.filter((one) => one.standing === standing).length;
  return {
    present: as('present'),
    absent: as('absent'),
    rooms: await openRoomsOf(ctx.h, stage, { ...known, entrants }),
  };
});

type Entrants = Awaited<ReturnType<typeof namedEntrantsIn>>;

/** The seats of whom nothing is known, by room; whoever has a mark, or of whom staff noted how they stood, waits for no room. */
async function openRoomsOf(
  h: Handle,
  { id }: FrozenStage,
  { entrants, open, objectors }: KnownByDoors & { readonly entrants: Entrants },
): Promise<View['rooms']> {
  const people = entrants
    .filter(({ participantId, version, gone }) => !gone && (version === 0 || objectors.has(participantId)))
    .flatMap(({ participantId, number, name }) =>
      (open.get(participantId) ?? []).map(({ slot, roomId, seat }) => {
        const objects = objectors.has(participantId);
        return { slot, roomId, person: { seat, number, name, objects } };
      }),
    );
  return (await roomHoursOf(h, id)).flatMap(({ slot, day, startsAt, roomId, siteName, roomName }) => {
    const here = people.filter((one) => one.slot === slot && one.roomId === roomId).map(({ person }) => person);
    if (here.length === 0) return [];
    const inOrder = here.toSorted((one, other) => one.seat - other.seat);
    return [{ slot, day, startsAt, roomId, siteName, roomName, people: inOrder }];
  });
}

const takeStageAttendance = action(contract.takeStageAttendance, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.takeStageAttendance.who);
    const { came, open } = await knownByDoors(ctx.h, stage.id);
    const noted = await takeAttendance(ctx, stage, { came, accountId: ctx.actor.accountId });
    return { ...noted, open: open.size };
  },
});

export const routes: Route[] = [getStageAttendance, takeStageAttendance];
