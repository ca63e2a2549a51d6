import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { ClauseView, Day, Id, IdParams, Instant, prose } from './fields';

/** `lifting`: one says that it shall end, and another has not agreed yet. */
export const BAN_STATES = ['standing', 'lifting', 'lifted'] as const;
export type BanState = (typeof BAN_STATES)[number];

const staff = ['exam-officer', 'administrator'] as const;

export const BanView = z.object({
  id: Id,
  bodyId: z.string(),
  name: z.string(),
  from: Day,
  until: Day,
  state: z.enum(BAN_STATES),
  /** What prints it, and the case it came of; null: none here. */
  source: ClauseView,
  breachId: z.nullable(Id),
  /** Brought in from before: from which paper, on which day. */
  imported: z.nullable(z.object({ source: z.string(), on: Day })),
  /** Who says why that it shall end before its day. */
  lifting: z.nullable(z.object({ by: z.string(), at: Instant, reason: z.string(), mine: z.boolean() })),
  liftedAt: z.nullable(Instant),
  liftedBy: z.nullable(z.string()),
});
export type BanView = z.output<typeof BanView>;

export const getBan = endpoint({
  name: 'getBan',
  method: 'GET',
  path: '/staff/bans/:id',
  who: [...staff],
  params: IdParams,
  reply: BanView,
  refusals: [],
});

/** One says that a ban shall end before its day, with a reason; it goes on until another agrees. */
export const proposeLifting = endpoint({
  name: 'proposeLifting',
  method: 'POST',
  path: '/staff/bans/:id/lifting',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: BanView,
  refusals: ['wrong-state'],
});

/** Another agrees, and it ends and the person is told; or not, and it goes on. */
export const confirmLifting = endpoint({
  name: 'confirmLifting',
  method: 'POST',
  path: '/staff/bans/:id/lifting-decision',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({ agrees: z.boolean() }),
  reply: BanView,
  refusals: ['wrong-state', 'breach-by-another'],
});
