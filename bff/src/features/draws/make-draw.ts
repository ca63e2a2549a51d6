import type { StageCode } from '@jikaotong/shared/notice';
import {
  type HeatTime,
  type StagePlace,
  areInOrder,
  heatTimesOf,
  latePlace,
  pseudonymOf,
  stagePlacesOf,
} from '@jikaotong/shared/rules/draw';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Contest, entrantsAmong, stageNameOf, tellEntrants, unitNews } from '../contests';
import { type DrawPlan, type DrawnPlace, type StageDraw, drawStepWords } from './draw.record';
import {
  freePlace,
  freezeDraw,
  insertPlaces,
  insertStep,
  lockDraw,
  placesOf,
  rosterOf,
  seedOf,
} from './draw.repository';
import { entryOpenBefore } from './entry-open';
import { placeAsked, placeLeft, placesGiven } from './events';

/** A stage of a competition, by its event. */
export type At = { readonly contest: Contest; readonly stage: StageCode; readonly eventId: string };

/** Freezes the list of a stage and gives everybody a place by the promised seed. Refuses what `drawStage` declares. */
export async function makeDraw(ctx: Context, at: At, plan: DrawPlan, byAccountId: string): Promise<void> {
  const { contest, stage, eventId } = at;
  const entry = entryOpenBefore(contest, stage, ctx.now.day);
  if (entry) refuse('draw-too-early', entry);
  if (!areInOrder(plan.blocks)) refuse('heat-hours-wrong');
  const draw = await lockDraw(ctx.h, eventId);
  if (!draw) throw new Error(`the draw of ${eventId} was never promised`);
  if (draw.drawnAt !== null) refuse('draw-done');
  const { accepted, undecided } = await rosterOf(ctx.h, eventId);
  if (undecided > 0) refuse('draw-undecided', { count: undecided });
  if (accepted.length === 0) refuse('draw-empty');
  const times = heatTimesOf(plan);
  const needed = Math.ceil(accepted.length / plan.stations);
  if (needed > times.length) refuse('heats-too-many', { needed, fit: times.length });
  const set = { drawnAt: ctx.now.ms, drawnBy: byAccountId, entrants: accepted.length, plan };
  if (!(await freezeDraw(ctx.h, eventId, set))) refuse('draw-done');

  const byName = new Map(accepted.map((one) => [pseudonymOf(draw, one.participantId), one]));
  const seed = seedOf(ctx.ports.crypto, draw);
  const places = stagePlacesOf({ seed, entrants: [...byName.keys()], stations: plan.stations, papers: plan.papers });
  const rows = places.map((place): DrawnPlace => {
    const one = byName.get(place.entrant);
    if (!one) throw new Error('a place was drawn for nobody');
    return placeRow({ eventId, place, time: timeOf(times, place.heat), state: 'drawn', ...one });
  });
  await insertPlaces(ctx.h, rows);
  await ctx.emit(placesGiven({ stageId: eventId, places: rows }));
  ctx.audit('stage-drawn', { noticeId: contest.notice.id }, { stage, entrants: rows.length });
  await tellPlaces(ctx, at, rows);
}

type Said = { readonly reason: string; readonly byAccountId: string };
type Change = Said & { readonly candidateId: string };

/** Gives a place up, and on a fixed roster the stage; it stays empty until somebody comes. */
export async function leaveDraw(ctx: Context, at: At, change: Said & { readonly placeId: string }): Promise<void> {
  const { placeId, ...said } = change;
  const held = (await placesOf(ctx.h, at.eventId)).find(({ id }) => id === placeId);
  if (!held) return refuse('wrong-state', { state: 'no-place' });
  const { candidateId, pseudonym, position } = held;
  // the desk of the stage before its draw, in which order both are locked
  await ctx.emit(placeLeft({ stageId: at.eventId, candidateId, ...said }));
  await drawnDraw(ctx, at);
  if (!(await freePlace(ctx.h, held))) refuse('wrong-state', { state: 'no-place' });
  await noteChange(ctx, at, { ...said, candidateId, kind: 'withdrawn', pseudonym, position });
}

/** Gives somebody of the stage who has no place the first empty one, else the next. */
export async function joinDraw(ctx: Context, at: At, change: Change): Promise<void> {
  const { draw, plan } = await drawnDraw(ctx, at);
  const one = (await rosterOf(ctx.h, at.eventId)).accepted.find(
    ({ candidateId }) => candidateId === change.candidateId,
  );
  const all = await placesOf(ctx.h, at.eventId);
  const taken = all.filter(({ state }) => state !== 'withdrawn');
  if (!one || taken.some(({ candidateId }) => candidateId === change.candidateId))
    return refuse('wrong-state', { state: one ? 'has-place' : 'not-of-stage' });
  await ctx.emit(placeAsked({ stageId: at.eventId, candidateId: one.candidateId }));
  const place = latePlace(taken.map(asPlace), all.map(asPlace), plan);
  const times = heatTimesOf(plan);
  if (place.heat > times.length) refuse('heats-too-many', { needed: place.heat, fit: times.length });
  const pseudonym = pseudonymOf(draw, one.participantId);
  const entrant = { ...place, entrant: pseudonym };
  const row = placeRow({ eventId: at.eventId, place: entrant, time: timeOf(times, place.heat), state: 'late', ...one });
  await insertPlaces(ctx.h, [row]);
  await ctx.emit(placesGiven({ stageId: at.eventId, places: [row] }));
  await noteChange(ctx, at, { ...change, kind: 'added', pseudonym, position: place.position });
  await tellPlaces(ctx, at, [row]);
}

/** A draw that was made, under its lock. Refuses `draw-missing`. */
export async function drawnDraw(ctx: Context, { eventId }: At): Promise<{ draw: StageDraw; plan: DrawPlan }> {
  const draw = await lockDraw(ctx.h, eventId);
  return draw?.plan && draw.drawnAt !== null ? { draw, plan: draw.plan } : refuse('draw-missing');
}

type Noted = Omit<Change, 'byAccountId'> & {
  readonly byAccountId: string | null;
  readonly kind: 'added' | 'withdrawn';
  readonly pseudonym: string;
  readonly position: number;
};

/** Notes at a draw who left or came, in the public file and the history. */
export async function noteChange(
  ctx: Context,
  { contest, stage, eventId }: At,
  { reason, byAccountId, ...step }: Noted,
) {
  const id = newId();
  const sealed = drawStepWords.seal(ctx.ports.crypto, id, 'reason', reason);
  await insertStep(ctx.h, { id, eventId, ...step, reason: sealed, takenAt: ctx.now.ms, takenBy: byAccountId });
  ctx.audit(
    'stage-draw-changed',
    { noticeId: contest.notice.id, entryId: step.candidateId },
    { stage, kind: step.kind },
  );
}

const asPlace = ({ pseudonym: entrant, position, heat, station, paper }: DrawnPlace): StagePlace => ({
  entrant,
  position,
  heat,
  station,
  paper,
});

type NewPlace = {
  readonly eventId: string;
  readonly participantId: string;
  readonly candidateId: string;
  readonly place: StagePlace;
  readonly time: HeatTime;
  readonly state: 'drawn' | 'late';
};

function placeRow({ eventId, participantId, candidateId, place, time, state }: NewPlace): DrawnPlace {
  const { entrant: pseudonym, ...where } = place;
  const { day, startsAt, endsAt } = time;
  const keys = { placeKey: `${eventId}:${place.position}`, entrantKey: `${eventId}:${candidateId}` };
  return {
    id: newId(),
    eventId,
    candidateId,
    participantId,
    pseudonym,
    ...where,
    day,
    startsAt,
    endsAt,
    state,
    late: state === 'late',
    ...keys,
  };
}

const timeOf = (times: readonly HeatTime[], heat: number): HeatTime => {
  const time = times[heat - 1];
  if (!time) throw new Error(`heat ${heat} has no time`);
  return time;
};

/** Tells everybody where and when to start. */
export async function tellPlaces(
  ctx: Context,
  { contest, stage }: At,
  places: readonly DrawnPlace[],
  moved: string | null = null,
): Promise<void> {
  const placeOf = new Map(places.map((place) => [place.candidateId, place]));
  const common = { title: contest.notice.title.value, stage: stageNameOf(contest.rule, stage) };
  const people = await entrantsAmong(ctx.h, [...placeOf.keys()]);
  await tellEntrants(ctx, contest, [...people.values()], {
    code: 'contest-drawn',
    dataOf: ({ id }) => {
      const place = placeOf.get(id);
      if (!place) throw new Error(`entry ${id} has no place`);
      const { day, startsAt, heat, station } = place;
      return { ...common, day, startsAt, heat, station, ...(moved !== null && { moved }) };
    },
    toAgents: unitNews('contest-drawn', common),
  });
}
