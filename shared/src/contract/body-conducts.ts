import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, Id, Instant, line } from './fields';

/** `waiting`: one says so, and another has not agreed; `left`: another did not. */
export const CONDUCT_STATES = ['waiting', 'agreed', 'left'] as const;
export type ConductState = (typeof CONDUCT_STATES)[number];

const who = ['exam-officer', 'administrator'] as const;
const days = (most: number) => z.int().check(z.minimum(1), z.maximum(most));
const BodyParams = z.strictObject({ id: line(64) });

/** What no notice prints of the procedure and a body says for itself. */
const Procedure = {
  statementDays: days(90),
  appealDays: days(180),
  /** The day that a ban counts from. */
  banFrom: z.enum(['decided', 'exam']),
};

const ConductItem = z.object({
  tier: Count,
  text: z.string(),
  follows: z.string(),
  afterWarning: z.boolean(),
  source: ClauseView,
});

/** A version of what a body does about breaches where its notice prints nothing, from an exam day on. */
export const BodyConductView = z.object({
  id: Id,
  version: Count,
  state: z.enum(CONDUCT_STATES),
  from: Day,
  /** Whose printed list it takes over. */
  adoptedFrom: z.string(),
  items: z.array(ConductItem),
  procedure: z.object(Procedure),
  by: z.string(),
  at: Instant,
  mine: z.boolean(),
  decidedBy: z.nullable(z.string()),
});
export type BodyConductView = z.output<typeof BodyConductView>;

const BodyConducts = z.object({
  bodyName: z.string(),
  /** Agreed versions, the latest first, and the one that waits. */
  versions: z.array(BodyConductView),
  /** The one that holds for an exam today; null: none, and no breach can be named. */
  standingId: z.nullable(Id),
  /** Printed lists that can be taken over. */
  adoptable: z.array(
    z.object({
      noticeId: z.string(),
      title: z.string(),
      bodyName: z.string(),
      items: z.array(ConductItem),
      procedure: z.object(Procedure),
    }),
  ),
});
export type BodyConducts = z.output<typeof BodyConducts>;

export const getBodyConducts = endpoint({
  name: 'getBodyConducts',
  method: 'GET',
  path: '/staff/bodies/:id/conducts',
  who: [...who],
  params: BodyParams,
  reply: BodyConducts,
  refusals: [],
});

/**
 * One says whose printed list the body takes over, from which exam day on, what it adds of its own (`own`, each with what follows
 * of its weight), and how somebody is heard and may appeal. `not-found`: a notice that prints nothing, or no such weight.
 */
export const proposeConduct = endpoint({
  name: 'proposeConduct',
  method: 'POST',
  path: '/staff/bodies/:id/conducts',
  who: [...who],
  params: BodyParams,
  body: z.strictObject({
    noticeId: line(64),
    from: Day,
    ...Procedure,
    own: z.optional(
      z
        .array(
          z.strictObject({
            tier: z.int().check(z.minimum(1), z.maximum(3)),
            text: line(200),
            afterWarning: z.boolean(),
          }),
        )
        .check(z.maxLength(60)),
    ),
  }),
  reply: BodyConducts,
  refusals: ['wrong-state'],
});

/** Another agrees, and it holds from its day on; or not, and nothing changes. A version is never edited. */
export const decideConduct = endpoint({
  name: 'decideConduct',
  method: 'POST',
  path: '/staff/bodies/:id/conducts/:conductId/decision',
  who: [...who],
  params: z.strictObject({ id: line(64), conductId: Id }),
  body: z.strictObject({ agrees: z.boolean() }),
  reply: BodyConducts,
  refusals: ['wrong-state', 'breach-by-another'],
});
