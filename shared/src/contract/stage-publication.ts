import * as z from 'zod/mini';
import { NewsReach } from './reach';
import { endpoint } from './endpoint';
import { Count, Day, IdParams, line, prose } from './fields';
import { RankedGroupView, STAGE_STAFF, STAGE_STANDINGS, StageDesk } from './stages';

const PUBLISHERS = ['publisher', 'administrator'] as const;

/** Where somebody stands; null of whoever is not ranked. */
const Place = z.nullable(
  z.object({ rank: z.nullable(Count), total: z.string(), advances: z.enum(['yes', 'no', 'open']) }),
);

const PreviewRow = z.object({
  number: Count,
  name: z.string(),
  unit: z.nullable(z.string()),
  group: z.nullable(z.string()),
  groupName: z.nullable(z.string()),
  /** Null while a full tie is undecided: it will be one of `from` … `to`. All null: not ranked. */
  rank: z.nullable(Count),
  from: z.nullable(Count),
  to: z.nullable(Count),
  total: z.nullable(z.string()),
  theory: z.nullable(z.string()),
  skill: z.nullable(z.string()),
  advances: z.enum(['yes', 'no', 'open']),
  standing: z.enum([...STAGE_STANDINGS, 'mark-missing']),
});

const Person = z.object({ number: Count, name: z.string() });

/** What publishing would say at this moment. */
const Preview = z.object({
  revision: Count,
  turn: Count,
  /** What stands against it; nothing does where all are 0. */
  against: z.object({ unconfirmed: Count, incomplete: Count, undecidedTies: Count }),
  /** Noted absent, and marked all the same: publishing for the first time asks why. */
  absentMarked: z.array(Person),
  groups: z.array(RankedGroupView),
  /** Full ties, best first, those that are decided as well; `lapsed`: a decision spoke of others. */
  ties: z.array(
    z.object({
      /** Null where all are ranked as one. */
      groupName: z.nullable(z.string()),
      entrants: z.array(Person),
      total: z.string(),
      from: Count,
      to: Count,
      decision: z.nullable(z.object({ jury: z.string(), reason: z.string() })),
    }),
  ),
  rows: z.array(PreviewRow),
  /** Beside what is published: exactly those who would be told. */
  differences: z.array(z.object({ number: Count, name: z.string(), before: Place, after: Place })),
  /** How those who would be told hear of it: all the first time, later those of `differences`. */
  reach: NewsReach,
  /** Who would advance by the new ranks and has not: nobody advances in place of another by itself. */
  passedOver: z.array(Person),
  ask: z.enum(['replacement', 'case']),
  /** Places of the next stage that nobody holds, a group each, with who is next in line; none once it has begun. */
  replacements: z.array(
    z.object({ ...Person.shape, groupName: z.nullable(z.string()), free: Count, reach: NewsReach }),
  ),
  /** Who was let into the next stage in place of another, when, why and by whom; null where nobody wrote it down. */
  admitted: z.array(
    z.object({ ...Person.shape, on: Day, reason: z.nullable(z.string()), byName: z.nullable(z.string()) }),
  ),
});
export type StagePreview = z.output<typeof Preview>;

export const previewStage = endpoint({
  name: 'previewStage',
  method: 'GET',
  path: '/staff/stages/:id/preview',
  who: STAGE_STAFF,
  params: IdParams,
  reply: Preview,
  refusals: ['wrong-state'],
});

/** The ranking as it would be under something that nobody has done; nothing is changed. */
export const supposeStage = endpoint({
  name: 'supposeStage',
  method: 'PUT',
  path: '/staff/stages/:id/supposition',
  who: STAGE_STAFF,
  params: IdParams,
  body: z.strictObject({
    suppose: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.enum(['withdrawn', 'disqualified']), number: Count }),
          z.strictObject({
            kind: z.literal('marked'),
            number: Count,
            part: z.enum(['theory', 'skill']),
            mark: z.nullable(line(12)),
          }),
          z.strictObject({ kind: z.literal('decided'), order: z.array(Count).check(z.minLength(2), z.maxLength(200)) }),
        ]),
      )
      .check(z.minLength(1), z.maxLength(20)),
  }),
  reply: z.object({
    groups: z.array(RankedGroupView),
    differences: z.array(z.object({ number: Count, name: z.string(), before: Place, after: Place })),
    undecidedTies: Count,
    lapsedDecisions: Count,
  }),
  refusals: ['wrong-state', 'mark-refused', 'tie-refused'],
});

/** The jury decided a full tie: all of its entrants by number, the best first; who decided, and why. */
export const decideTie = endpoint({
  name: 'decideTie',
  method: 'POST',
  path: '/staff/stages/:id/ties',
  who: ['score-officer', 'publisher', 'administrator'],
  params: IdParams,
  body: z.strictObject({
    order: z.array(Count).check(z.minLength(2), z.maxLength(200)),
    jury: prose(200),
    reason: prose(200),
    turn: Count,
  }),
  reply: Preview,
  refusals: ['wrong-state', 'changed-meanwhile', 'tie-refused'],
});

/**
 * Publishes the ranks as previewed at this `revision` and `turn`, or publishes them anew with a reason; who goes on is a
 * participant of the next stage from now on, and everybody whom it touches is told.
 */
export const publishStage = endpoint({
  name: 'publishStage',
  method: 'POST',
  path: '/staff/stages/:id/publication',
  who: PUBLISHERS,
  params: IdParams,
  body: z.strictObject({
    revision: Count,
    turn: Count,
    reason: z.nullable(prose(200)),
    /** Why whoever is noted absent has marks, such as that they came to one part alone. */
    absentReason: z.optional(z.nullable(prose(200))),
    /** That awards are locked and do not follow the new ranks was seen. */
    despiteAwards: z.optional(z.boolean()),
  }),
  reply: StageDesk,
  refusals: [
    'wrong-state',
    'changed-meanwhile',
    'judging-open',
    'award-ranks-stand',
    'absent-marked',
    'marks-unconfirmed',
    'stage-incomplete',
    'tie-undecided',
    'stage-reason-needed',
    'nothing-changed',
  ],
});

/** Lets somebody go on in place of another, before the next stage begins, by a decision of staff with its reason, which they are told. */
export const admitInstead = endpoint({
  name: 'admitInstead',
  method: 'POST',
  path: '/staff/stages/:id/replacements',
  who: PUBLISHERS,
  params: IdParams,
  body: z.strictObject({ number: z.int().check(z.gte(1)), reason: prose(200) }),
  reply: StageDesk,
  refusals: ['wrong-state', 'next-stage-begun', 'not-next-in-line'],
});
