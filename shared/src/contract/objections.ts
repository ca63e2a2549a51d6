import * as z from 'zod/mini';
import { tidyCapitals } from '../kernel';
import { endpoint } from './endpoint';
import {
  Count,
  Day,
  Id,
  IdParams,
  Instant,
  OfferingView,
  PersonName,
  Phone,
  SixDigits,
  prose,
  typedNumber,
} from './fields';

/** What somebody objects to in a line of the public list. */
export const OBJECTION_SUBJECTS = ['identity', 'qualification', 'mark', 'conduct', 'other'] as const;
export type ObjectionSubject = (typeof OBJECTION_SUBJECTS)[number];

/** open → rejected, or upheld (the line waits on while it is put right) → settled. */
export const OBJECTION_STATES = ['open', 'upheld', 'settled', 'rejected'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** Who may lay so many files beside an objection. */
export const MOST_EVIDENCE = 5;

/** The number that an objection is looked up by; nobody guesses it. */
const Receipt = z.string().check(
  z.overwrite((text) => tidyCapitals(text).replace(/-/g, '')),
  z.regex(/^YY[2-9A-HJ-NP-Z]{12}$/),
);

/**
 * Objects to one line of a public list while its publicity runs: anybody, without an account, by a phone that a code
 * proves. The code is asked for as for signing in; the receipt is told once.
 */
export const fileObjection = endpoint({
  name: 'fileObjection',
  method: 'POST',
  path: '/sessions/:id/objections',
  who: 'anybody',
  limit: 'sign-in',
  params: IdParams,
  body: z.strictObject({
    ticketNumber: typedNumber(24),
    subject: z.enum(OBJECTION_SUBJECTS),
    reasons: prose(600, 5),
    name: PersonName,
    phone: Phone,
    code: SixDigits,
  }),
  reply: z.object({ receipt: z.string() }),
  refusals: [
    'wrong-state',
    'not-published',
    'too-late',
    'line-unknown',
    'objection-open',
    'code-wrong',
    'code-expired',
  ],
});

/** Lays one file beside an objection that nobody has decided: JPEG, PNG or PDF, at most `MOST_EVIDENCE`. */
export const addEvidence = endpoint({
  name: 'addEvidence',
  method: 'POST',
  path: '/objection-evidence',
  who: 'anybody',
  kind: 'upload',
  limit: 'upload',
  query: z.strictObject({ receipt: Receipt }),
  reply: z.object({ files: Count }),
  refusals: ['file-refused', 'storage-full', 'upload-quota', 'wrong-state'],
});

/** Looks an objection up by its receipt: how far it is, and the answer. It says of nobody who they are. */
export const lookUpObjection = endpoint({
  name: 'lookUpObjection',
  method: 'POST',
  path: '/objection-look-ups',
  who: 'anybody',
  limit: 'look-up',
  body: z.strictObject({ receipt: Receipt }),
  reply: z.object({
    sessionName: z.string(),
    ticketNumber: z.string(),
    subject: z.enum(OBJECTION_SUBJECTS),
    state: z.enum(OBJECTION_STATES),
    files: Count,
    filedAt: Instant,
    answer: z.nullable(z.string()),
    decidedAt: z.nullable(Instant),
    settlement: z.nullable(z.string()),
    settledAt: z.nullable(Instant),
  }),
  refusals: [],
});

const staff = ['publisher', 'score-officer', 'administrator'] as const;

/** The publicity of each offering: its days, when it was closed, and whose objections are open. */
export const getPublicityStanding = endpoint({
  name: 'getPublicityStanding',
  method: 'GET',
  path: '/staff/sessions/:id/publicity',
  who: [...staff],
  params: IdParams,
  reply: z.object({
    sessionName: z.string(),
    offerings: z.array(
      z.object({
        offering: OfferingView,
        opens: z.nullable(Day),
        closes: z.nullable(Day),
        closedAt: z.nullable(Instant),
        /** Whose line waits for an objection. */
        waiting: z.array(z.object({ ticketNumber: z.string(), name: z.string() })),
      }),
    ),
  }),
  refusals: [],
});

const StaffObjectionView = z.object({
  id: Id,
  sessionId: Id,
  sessionName: z.string(),
  state: z.enum(OBJECTION_STATES),
  subject: z.enum(OBJECTION_SUBJECTS),
  reasons: z.string(),
  filedAt: Instant,
  dueOn: z.nullable(Day),
  /** Who objects. */
  by: z.object({ name: z.string(), phone: z.string() }),
  files: z.array(z.object({ id: Id, type: z.string(), url: z.string() })),
  /** Whose line it is. */
  line: z.object({ applicationId: Id, ticketNumber: z.string(), name: z.string(), offering: OfferingView }),
  answer: z.nullable(z.string()),
  decidedByName: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
  settlement: z.nullable(z.string()),
  settledByName: z.nullable(z.string()),
  settledAt: z.nullable(Instant),
  /** False for whoever recorded a mark that is objected to. */
  mayDecide: z.boolean(),
});
export type StaffObjectionView = z.output<typeof StaffObjectionView>;

export const getStaffObjection = endpoint({
  name: 'getStaffObjection',
  method: 'GET',
  path: '/staff/objections/:id',
  who: [...staff],
  params: IdParams,
  reply: StaffObjectionView,
  refusals: [],
});

/** Decides, with an answer that whoever objected reads. About a mark never by who recorded or confirmed it. */
export const decideObjection = endpoint({
  name: 'decideObjection',
  method: 'POST',
  path: '/staff/objections/:id/decision',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({ outcome: z.enum(['upheld', 'rejected']), answer: prose(400) }),
  reply: StaffObjectionView,
  refusals: ['wrong-state', 'same-marker'],
});

/** Says what became of an objection that was upheld: the line waits no longer. */
export const settleObjection = endpoint({
  name: 'settleObjection',
  method: 'POST',
  path: '/staff/objections/:id/settlement',
  who: [...staff],
  params: IdParams,
  body: z.strictObject({ settlement: prose(400) }),
  reply: StaffObjectionView,
  refusals: ['wrong-state'],
});
