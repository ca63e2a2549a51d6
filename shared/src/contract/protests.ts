import * as z from 'zod/mini';
import { StageCodeSchema } from '../notice';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, Id, IdParams, Instant, line, prose } from './fields';

export const PROTEST_STAGES = StageCodeSchema.options;

/** `upheld`, `rejected`: decided by the arbitration group. */
export const PROTEST_STATES = ['open', 'upheld', 'rejected'] as const;
export type ProtestState = (typeof PROTEST_STATES)[number];
export const PROTEST_STEPS = ['filed', 'noted', 'upheld', 'rejected'] as const;
export type ProtestStepKind = (typeof PROTEST_STEPS)[number];

const fields = {
  id: Id,
  entryId: Id,
  noticeId: Id,
  stage: StageCodeSchema,
  stageName: z.string(),
  state: z.enum(PROTEST_STATES),
  subject: z.string(),
  words: z.string(),
  filedOn: Day,
  evidence: z.array(z.object({ id: Id, type: z.string(), url: z.string() })),
  /** Ranks are to be published anew because of it, and have not been yet. */
  awaitsRanks: z.boolean(),
};

/** What happened and when; who did it is told to staff only. */
const Step = z.object({ kind: z.enum(PROTEST_STEPS), at: Instant, words: z.string() });

const OwnProtests = z.object({
  /** Whom one protests to, and how long; null where the notice prints no protest. */
  rule: z.nullable(z.object({ to: z.string(), source: ClauseView, window: ClauseView })),
  stages: z.array(
    z.object({
      stage: StageCodeSchema,
      stageName: z.string(),
      publishedOn: Day,
      /** The last day, included; null while the days off of that year are not announced. */
      until: z.nullable(Day),
      may: z.boolean(),
    }),
  ),
  items: z.array(z.object({ ...fields, ledger: z.array(Step) })),
});
export type OwnProtests = z.output<typeof OwnProtests>;

export const listMyProtests = endpoint({
  name: 'listMyProtests',
  method: 'GET',
  path: '/entries/:id/protests',
  who: 'signed-in',
  params: IdParams,
  reply: OwnProtests,
  refusals: [],
});

/** Protests against what a stage has published, once at a time, inside the window. */
export const fileProtest = endpoint({
  name: 'fileProtest',
  method: 'POST',
  path: '/entries/:id/protests',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    stage: StageCodeSchema,
    subject: line(60),
    words: prose(500),
    evidenceFileIds: z.array(Id).check(z.maxLength(3)),
  }),
  reply: OwnProtests,
  refusals: ['protest-not-offered', 'not-published', 'too-late', 'awards-locked', 'protest-open', 'file-refused'],
});

const staff = ['exam-officer', 'publisher', 'administrator'] as const;

const StaffProtest = z.object({
  ...fields,
  bodyId: Id,
  title: z.string(),
  name: z.string(),
  unit: z.nullable(z.string()),
  to: z.string(),
  /** The publication that it is about. */
  revision: Count,
  stageId: Id,
  /** As many days after it was filed as there were to protest; null where the notice prints none, or a year's days off are unknown. */
  decideBy: z.nullable(Day),
  /** What is published of the entrant at the moment; marks in points. */
  published: z.nullable(
    z.object({
      number: Count,
      rank: z.nullable(Count),
      total: z.nullable(z.string()),
      theory: z.nullable(z.string()),
      skill: z.nullable(z.string()),
    }),
  ),
  /** Whoever marked in this stage does not decide. */
  mayDecide: z.boolean(),
  ledger: z.array(z.object({ ...Step.shape, by: z.string() })),
});
export type StaffProtest = z.output<typeof StaffProtest>;

export const getStaffProtest = endpoint({
  name: 'getStaffProtest',
  method: 'GET',
  path: '/staff/protests/:id',
  who: staff,
  params: IdParams,
  reply: StaffProtest,
  refusals: [],
});

/** Writes into the ledger what was done, such as who was heard; the entrant reads it too. */
export const noteProtest = endpoint({
  name: 'noteProtest',
  method: 'POST',
  path: '/staff/protests/:id/notes',
  who: staff,
  params: IdParams,
  body: z.strictObject({ words: prose(500) }),
  reply: StaffProtest,
  refusals: ['wrong-state'],
});

/**
 * The arbitration group decided, for a reason that the entrant reads; whoever marked in the stage does not. Upheld with
 * `ranksChange`, the ranks of the stage are to be published anew before awards are locked.
 */
export const decideProtest = endpoint({
  name: 'decideProtest',
  method: 'POST',
  path: '/staff/protests/:id/decision',
  who: staff,
  params: IdParams,
  body: z.strictObject({ upheld: z.boolean(), ranksChange: z.boolean(), reason: prose(500) }),
  reply: StaffProtest,
  refusals: ['wrong-state', 'same-marker', 'awards-locked'],
});
