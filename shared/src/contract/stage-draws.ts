import * as z from 'zod/mini';
import { NewsReach } from './reach';
import { StageCodeSchema, SubjectCodeSchema } from '../notice';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, IdParams, Time, line, prose } from './fields';

const StageParams = z.strictObject({ id: Id, stage: StageCodeSchema });

/** Hours in which heats of skill run; a heat that begins in them ends in them. */
const HeatBlock = z.strictObject({ day: Day, startsAt: Time, endsAt: Time });

const promised = {
  stage: StageCodeSchema,
  /** SHA-256 of the seed, shown from the publication of the notice on. */
  commitment: z.string(),
  committedOn: Day,
  /** The seed, once the draw was made. */
  seed: z.nullable(z.string()),
  drawnOn: z.nullable(Day),
  /** How many were on the list when it was frozen; null before. */
  entrants: z.nullable(Count),
  heats: z.nullable(Count),
  /** How many came or went after the draw. */
  changes: Count,
};

/** What is promised about the draw of a stage, and what came of it. */
export const getStageDraw = endpoint({
  name: 'getStageDraw',
  method: 'GET',
  path: '/contests/:id/stages/:stage/draw',
  who: 'anybody',
  params: StageParams,
  reply: z.object(promised),
  refusals: [],
});

/**
 * All that decides about the draw, as JSON: the frozen list under pseudonyms, the seed once it is told, places, later
 * changes. With `sha256sum` and `sort` anybody draws again.
 */
export const downloadStageDraw = endpoint({
  name: 'downloadStageDraw',
  method: 'GET',
  path: '/contests/:id/stages/:stage/draw.json',
  who: 'anybody',
  kind: 'download',
  limit: 'heavy',
  params: StageParams,
  reply: Bytes,
  refusals: [],
});

export const DRAW_STAFF = ['exam-officer', 'administrator'] as const;

const StaffStageDraw = z.object({
  ...promised,
  noticeId: Id,
  bodyId: Id,
  /** The stage's event, within which its places are listed. */
  eventId: Id,
  stageName: z.string(),
  /** The day and hour announced, for the plan to begin with. */
  announced: z.nullable(z.object({ day: Day, startsAt: z.nullable(Time) })),
  /** Whether names stand beside places for whoever asks: while marks are given, only for the two who hold the key. */
  key: z.enum(['free', 'mine', 'others']),
  /** The hours in which its entrants sit in rooms, as they are planned: no heat is held in them. */
  inRooms: z.array(z.object({ subject: SubjectCodeSchema, ...HeatBlock.shape })),
  /** While people still enter: until when, if a day is printed. Null: nobody enters any more, or it is drawn. */
  entryOpen: z.nullable(z.object({ closesOn: z.nullable(Day) })),
  /** Live entrants that would be frozen, and those whom staff have not decided yet. */
  live: Count,
  /** How those who are drawn hear of it. */
  reach: NewsReach,
  undecided: Count,
  plan: z.nullable(
    z.object({
      stations: Count,
      minutes: Count,
      gapMinutes: Count,
      blocks: z.array(HeatBlock),
      papers: z.array(z.string()),
    }),
  ),
  /** Who is of the stage now and has no place: accepted later, or given up and perhaps put right since. */
  without: z.array(z.object({ entryId: Id, name: z.string(), left: z.boolean() })),
  steps: z.array(
    z.object({
      kind: z.enum(['added', 'withdrawn']),
      name: z.nullable(z.string()),
      position: Count,
      reason: z.string(),
      by: z.string(),
      on: Day,
    }),
  ),
  /** When all heats went to other days: their first day before and after. */
  moves: z.array(z.object({ from: Day, to: Day, reason: z.string(), by: z.string(), on: Day })),
});
export type StaffStageDraw = z.output<typeof StaffStageDraw>;

export const getStaffStageDraw = endpoint({
  name: 'getStaffStageDraw',
  method: 'GET',
  path: '/staff/contests/:id/stages/:stage/draw',
  who: [...DRAW_STAFF],
  params: StageParams,
  reply: StaffStageDraw,
  refusals: [],
});

/**
 * Freezes the list of a stage and draws order, heats, stations and papers by the promised seed, which is told from then on;
 * everybody hears of their place. It cannot be made again.
 */
export const drawStage = endpoint({
  name: 'drawStage',
  method: 'POST',
  path: '/staff/contests/:id/stages/:stage/draw',
  who: [...DRAW_STAFF],
  params: StageParams,
  body: z.strictObject({
    stations: z.int().check(z.gte(1), z.lte(200)),
    minutes: z.int().check(z.gte(1), z.lte(600)),
    gapMinutes: z.int().check(z.gte(0), z.lte(240)),
    blocks: z.array(HeatBlock).check(z.minLength(1), z.maxLength(40)),
    /** Papers to deal, such as A and B; none: all sit the same. */
    papers: z.array(line(10)).check(z.maxLength(10)),
  }),
  reply: StaffStageDraw,
  refusals: [
    'draw-done',
    'draw-too-early',
    'draw-empty',
    'draw-undecided',
    'heat-hours-wrong',
    'heats-too-many',
    'heats-clash',
    'wrong-state',
  ],
});

/**
 * Somebody leaves after the draw, and the place stays empty; or comes, and gets the first empty place or the next. Nobody
 * else moves; the reason is kept. On a fixed roster whoever leaves has stepped back from the stage, which another one confirms,
 * and gets no place again until that is put right (`wrong-state`, `stepped-back`).
 */
export const changeStageDraw = endpoint({
  name: 'changeStageDraw',
  method: 'POST',
  path: '/staff/contests/:id/stages/:stage/draw/changes',
  who: [...DRAW_STAFF],
  params: StageParams,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('added'), entryId: Id, reason: prose(200) }),
    z.strictObject({ kind: z.literal('withdrawn'), placeId: Id, reason: prose(200) }),
  ]),
  reply: StaffStageDraw,
  refusals: ['draw-missing', 'wrong-state', 'heats-too-many', 'heats-clash', 'changed-meanwhile'],
});

/**
 * Moves all heats of a drawn stage by as many days as their first one moves, the hours, the order and the stations staying, as
 * long as nobody has begun; whoever has a place is told the new day, and the one before holds no more. What is announced of the
 * stage moves along where it begins on the day of the first heat.
 */
export const moveStageDraw = endpoint({
  name: 'moveStageDraw',
  method: 'PUT',
  path: '/staff/contests/:id/stages/:stage/draw/days',
  who: [...DRAW_STAFF],
  params: StageParams,
  body: z.strictObject({ firstDay: Day, reason: prose(200) }),
  reply: StaffStageDraw,
  refusals: ['draw-missing', 'day-over', 'nothing-changed', 'stage-order-wrong', 'heats-clash', 'wrong-state'],
});

const OwnPlace = z.object({
  stage: StageCodeSchema,
  stageName: z.string(),
  position: Count,
  heat: Count,
  station: Count,
  paper: z.nullable(z.string()),
  day: Day,
  startsAt: Time,
  endsAt: Time,
  /** Under which one stands in the public file. */
  pseudonym: z.string(),
});
export type OwnPlace = z.output<typeof OwnPlace>;

/** One's own places in the stages that were drawn. */
export const listMyPlaces = endpoint({
  name: 'listMyPlaces',
  method: 'GET',
  path: '/entries/:id/places',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ items: z.array(OwnPlace) }),
  refusals: [],
});
