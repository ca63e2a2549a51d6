import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import type { Context, Feature } from '../../platform/http';
import { stageEventsOf } from '../contests';
import { listNoticeRows } from '../notices';
import { type DrawnPlace, drawMoveRecord, drawStepRecord, drawnPlaceRecord, stageDrawRecord } from './draw.record';
import { findDraw, heldPlacesOf, mayConnect, placesOf, promiseDraw } from './draw.repository';
import { routes } from './draw.routes';
import { heldHere } from './held';

export { endPlaces } from './end-places';
export { drawMoved, placeAsked, placeLeft, placesGiven } from './events';
export { followStage } from './move-draw';
export { holdDrawKey, keptKey, lockedKey } from './draw.repository';
export type { DrawnPlace } from './draw.record';

/** Promises the draw of every stage of a competition that is not promised yet: before anybody knows the list. */
export async function promiseDraws(ctx: Pick<Context, 'h' | 'ports' | 'now'>, noticeId: string): Promise<void> {
  for (const eventId of await stageEventsOf(ctx.h, noticeId)) await promiseDraw(ctx, eventId);
}

/** The day of the first heat of a stage; null before the draw. */
export async function firstHeatOf(h: Handle, eventId: string): Promise<LocalDate | null> {
  const draw = await findDraw(h, eventId);
  const day = (draw?.drawnAt ?? null) === null ? undefined : draw?.plan?.blocks[0]?.day;
  return day === undefined ? null : localDate(day);
}

/** Who stands at which station of a stage's heats, by the candidate's id; empty before the draw. */
export async function drawnPlaces(h: Handle, eventId: string) {
  const held = (await placesOf(h, eventId)).filter(({ state }) => state !== 'withdrawn');
  return new Map(held.map((place) => [place.candidateId, place]));
}

/** The same for an account of the staff: nobody while others hold the key between names and places. */
export async function drawnPlacesFor(
  h: Handle,
  eventId: string,
  accountId: string,
): Promise<ReadonlyMap<string, DrawnPlace>> {
  const draw = await findDraw(h, eventId);
  return draw && mayConnect(draw, accountId) ? drawnPlaces(h, eventId) : new Map();
}

/** Where one candidate starts in a stage; null before the draw. */
export const drawnPlaceIn = async (h: Handle, eventId: string, candidateId: string): Promise<DrawnPlace | null> =>
  (await heldPlacesOf(h, candidateId)).find((place) => place.eventId === eventId) ?? null;

/** Order, heats, stations and papers of a stage, drawn from a seed that was promised before the list was frozen. */
export const feature: Feature = {
  name: 'draws',
  records: [stageDrawRecord, drawnPlaceRecord, drawStepRecord, drawMoveRecord],
  held: heldHere,
  routes,
  start: async (ctx) => {
    for (const { id, kind } of await listNoticeRows(ctx.h)) if (kind === 'competition') await promiseDraws(ctx, id);
  },
};
