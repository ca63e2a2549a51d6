import { type Context, refuse } from '../../platform/http';
import { type DrawnPlace, drawnPlaces } from '../draws';
import { type Judge, setPlaces } from './judge.repository';
import { marksOfJudge, openConflictsOf } from './judge-mark.repository';
import { covers } from './judging-now';
import type { Judging } from './judging.repository';

type Places = Pick<Judge, 'heats' | 'stations'>;

/**
 * Gives a judge other heats and stations; whoever calls holds the turn of the judging, so that a mark comes before or after.
 * Refuses what `changeJudgePlaces` declares.
 */
export async function changePlaces(
  ctx: Context,
  { judge, judging }: { readonly judge: Judge; readonly judging: Judging },
  to: Places,
): Promise<void> {
  if (isSamePlaces(judge, to)) refuse('nothing-changed');
  const places = [...(await drawnPlaces(ctx.h, judging.stageId)).values()];
  refuseUndrawn(places, to);
  const given = new Set((await marksOfJudge(ctx.h, judge.id)).map(({ placeId }) => placeId));
  for (const { placeId, conflict } of await openConflictsOf(ctx.h, judge.id))
    // what staff can still let count; any other number was not this judge's when it was marked
    if (placeId !== null && conflict !== 'not-of-this-judge') given.add(placeId);
  if (places.some((place) => given.has(place.id) && !covers(to, place)))
    refuse('wrong-state', { state: 'judge-has-marked' });
  if (!(await setPlaces(ctx.h, judge.id, to))) refuse('wrong-state');
}

export const isSamePlaces = (one: Places, other: Places): boolean =>
  isSame(one.heats, other.heats) && isSame(one.stations, other.stations);

const isSame = (one: readonly number[] | null, other: readonly number[] | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Refuses `wrong-state` where a heat or a station is named that nobody was drawn into. */
export function refuseUndrawn(places: readonly DrawnPlace[], { heats, stations }: Places): void {
  const isDrawn =
    (heats ?? []).every((heat) => places.some((place) => place.heat === heat)) &&
    (stations ?? []).every((station) => places.some((place) => place.station === station));
  if (!isDrawn) refuse('wrong-state', { state: 'no-such-place' });
}
