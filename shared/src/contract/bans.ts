import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { ClauseView, Day, Done, Id, IdParams, Instant, prose } from './fields';

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

/** The longest ban of the body that keeps away whoever an application is of, as far as its document and account tell. */
export const getBanOfCandidate = endpoint({
  name: 'getBanOfCandidate',
  method: 'GET',
  path: '/staff/applications/:id/ban',
  who: ['reviewer', ...staff],
  params: IdParams,
  reply: z.object({ ban: z.nullable(z.object({ id: Id, from: Day, until: Day, source: ClauseView })) }),
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

/**
 * What becomes of an application that somebody paid for who may not take part since: stopped and paid back, stopped while
 * the fee stays as the notice says, or it stands and the person takes part all the same.
 */
export const BARRED_DECISIONS = ['refund', 'keep-fee', 'stand'] as const;
export type BarredDecision = (typeof BARRED_DECISIONS)[number];

/**
 * Decides a `banned-paid` case, once; the candidate hears what and why, the ticket of what is stopped is revoked, and money
 * that goes back is a case of finance. Refused once the results are published, and while a transfer is looked for.
 */
export const decideBannedPaid = endpoint({
  name: 'decideBannedPaid',
  method: 'POST',
  path: '/staff/cases/:id/banned-paid',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ decision: z.enum(BARRED_DECISIONS), reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state', 'already-paid'],
});
