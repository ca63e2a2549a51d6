import * as z from 'zod/mini';
import { SEND_OUTCOMES } from '../rules/sending';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, Time, line, prose } from './fields';
import { Hundredths } from './judging';
import { STAGE_PARTS } from './stages';

/** The link of a judge, opened by whoever has proven the number that it is bound to. */
export const joinJudging = endpoint({
  name: 'joinJudging',
  method: 'POST',
  path: '/judges/links/:token',
  who: 'signed-in',
  limit: 'sign-in',
  params: z.strictObject({ token: line(200) }),
  reply: z.object({ judgeId: Id }),
  refusals: ['invitation-invalid', 'phone-not-proven', 'duty-of-another-phone', 'wrong-state'],
});

export const OwnJudgingView = z.object({
  id: Id,
  bodyName: z.string(),
  title: z.string(),
  stageName: z.string(),
  part: z.enum(STAGE_PARTS),
  /** The days on which there are numbers to mark. */
  days: z.array(Day),
  locked: z.boolean(),
});

/** Where the caller is a judge, with the days. */
export const listMyJudging = endpoint({
  name: 'listMyJudging',
  method: 'GET',
  path: '/me/judging',
  who: 'signed-in',
  reply: z.object({ items: z.array(OwnJudgingView) }),
  refusals: [],
});

/** One's own mark of a number, as it counts. */
export const OwnMark = z.object({ placeId: Id, run: Count, marks: z.array(Hundredths), version: Count });
export type OwnMark = z.output<typeof OwnMark>;

/** Today's numbers of a judge; never a name or a unit, and nobody else's marks. */
export const JudgeList = z.object({
  id: Id,
  title: z.string(),
  stageName: z.string(),
  part: z.enum(STAGE_PARTS),
  day: Day,
  sheetVersion: Count,
  items: z.array(z.object({ name: z.string(), maximum: Hundredths, step: Hundredths })),
  numbers: z.array(z.object({ placeId: Id, position: Count, heat: Count, station: Count, startsAt: Time, run: Count })),
  /**
   * Numbers of the judge's heats and stations that are not to be marked, so that none seems to be lost: whoever did not come, and
   * whom this judge may not mark. A list that a phone kept from before has none.
   */
  skipped: z.prefault(z.array(z.object({ heat: Count, station: Count, why: z.enum(['absent', 'barred']) })), []),
  told: z.array(OwnMark),
  locked: z.boolean(),
});
export type JudgeList = z.output<typeof JudgeList>;

export const getJudgeList = endpoint({
  name: 'getJudgeList',
  method: 'GET',
  path: '/me/judging/:id',
  who: 'signed-in',
  params: IdParams,
  reply: JudgeList,
  refusals: [],
});

const Nonce = z.string().check(z.regex(/^[0-9A-Za-z-]{8,40}$/));
/** Within what a column of the database holds. */
const Counted = z.int().check(z.gte(0), z.lte(1_000_000));
const PhoneClock = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));

/** A judge marks a number. `base` is the version of the own mark that it changes, 0 for the first; a change has a reason. */
export const JudgeActSchema = z.strictObject({
  nonce: Nonce,
  atMs: PhoneClock,
  placeId: Id,
  run: Counted,
  sheetVersion: Counted,
  base: Counted,
  marks: z.array(Hundredths).check(z.minLength(1), z.maxLength(30)),
  reason: z.nullable(prose(200)),
});
export type JudgeAct = z.output<typeof JudgeActSchema>;

/**
 * Takes what a judge's phone recorded, now or hours ago. What came before is known by its nonce; what cannot count, or
 * cannot be read, is kept for staff. `told` are all own marks that count.
 */
export const sendJudgeMarks = endpoint({
  name: 'sendJudgeMarks',
  method: 'POST',
  path: '/me/judging/:id/marks',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    sentAtMs: PhoneClock,
    waiting: Counted,
    acts: z.array(z.looseObject({ nonce: Nonce })).check(z.maxLength(50)),
  }),
  reply: z.object({
    answers: z.array(z.object({ nonce: z.string(), outcome: z.enum(SEND_OUTCOMES) })),
    told: z.array(OwnMark),
    isOpen: z.boolean(),
    locked: z.boolean(),
  }),
  refusals: [],
});
