import * as z from 'zod/mini';
import { ReviewView, saveApplication } from './applications';
import { CounterDays } from './counter-days';
import { endpoint } from './endpoint';
import {
  Bytes,
  Count,
  Done,
  Id,
  IdParams,
  Instant,
  OfferingView,
  PageQuery,
  line,
  pageOf,
  prose,
  typedCode,
} from './fields';
import { OriginalGroup, SlipState } from './slips';

/** Who works at the counter of a body. */
const CLERKS = ['reviewer', 'administrator'] as const;

/** Eight letters and digits that nobody mixes up; lower case, spaces and hyphens are read too. */
const SlipCode = typedCode(20);

/** An original that a clerk has seen; `received`: the paper itself was handed in. */
const Tick = z.object({ document: z.string(), received: z.boolean(), seenAt: Instant, seenBy: z.string() });
export type Tick = z.output<typeof Tick>;

/** What the clerk works with: the application as it stands now, and the originals. */
export const CounterView = z.object({
  application: ReviewView,
  slip: z.object({
    state: SlipState,
    walkIn: z.boolean(),
    note: z.nullable(z.string()),
    createdAt: Instant,
    confirmedAt: z.nullable(Instant),
    confirmedBy: z.nullable(z.string()),
    /** Whether it was confirmed while the counter was closed. */
    outsideHours: z.boolean(),
  }),
  originals: z.array(OriginalGroup),
  ticks: z.array(Tick),
  counter: CounterDays,
  /** What stands against confirming it now, as `confirmAtCounter` would refuse; null when nothing does. */
  blocked: z.nullable(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })),
});
export type CounterView = z.output<typeof CounterView>;

/** Opens a slip by its scanned or typed code; one of another body does not exist. */
export const openSlip = endpoint({
  name: 'openSlip',
  method: 'GET',
  path: '/staff/counter/slips/:code',
  who: CLERKS,
  params: z.strictObject({ code: SlipCode }),
  reply: CounterView,
  refusals: [],
});

/** `id` is the application's, here and below. */
export const getAtCounter = endpoint({
  name: 'getAtCounter',
  method: 'GET',
  path: '/staff/counter/applications/:id',
  who: CLERKS,
  params: IdParams,
  reply: CounterView,
  refusals: [],
});

const CounterItem = z.object({
  applicationId: Id,
  state: SlipState,
  walkIn: z.boolean(),
  candidateName: z.nullable(z.string()),
  phoneTail: z.nullable(z.string()),
  offering: OfferingView,
  sessionName: z.string(),
  createdAt: Instant,
  confirmedAt: z.nullable(Instant),
  confirmedBy: z.nullable(z.string()),
});
export type CounterItem = z.output<typeof CounterItem>;

/**
 * `waiting`: slips and walk-ins not confirmed yet, newest first; `today`: confirmed today, latest first. `q` is a
 * name or the last digits of a phone or document, over both.
 */
export const listAtCounter = endpoint({
  name: 'listAtCounter',
  method: 'GET',
  path: '/staff/counter/applications',
  who: CLERKS,
  query: z.strictObject({ ...PageQuery, of: z.enum(['waiting', 'today', 'all']), q: z.optional(line(40)) }),
  reply: z.object({
    ...pageOf(CounterItem).shape,
    counts: z.object({ waiting: Count, today: Count, walkInsToday: Count }),
  }),
  refusals: [],
});

/**
 * The published sessions of one's bodies whose applications are still to come or open, with the days of the counter.
 */
export const listCounterSessions = endpoint({
  name: 'listCounterSessions',
  method: 'GET',
  path: '/staff/counter/sessions',
  who: CLERKS,
  reply: z.object({
    items: z.array(
      z.object({
        sessionId: Id,
        sessionName: z.string(),
        noticeId: Id,
        noticeTitle: z.string(),
        offerings: z.array(OfferingView),
        /** Where individuals apply by this notice. */
        individuals: z.enum(['online', 'counter']),
        counter: CounterDays,
      }),
    ),
  }),
  refusals: [],
});

/**
 * Starts an application for somebody without a phone, who has agreed at the counter to the handling of personal data.
 */
export const enterWalkIn = endpoint({
  name: 'enterWalkIn',
  method: 'POST',
  path: '/staff/counter/walk-ins',
  who: CLERKS,
  body: z.strictObject({ sessionId: Id, offeringCode: line(64), consents: z.literal(true) }),
  reply: CounterView,
  refusals: ['offering-unknown', 'counter-not-offered', 'counter-window'],
});

/**
 * Corrects what is typed while the candidate stands there; `If-Match` is the application's version. Files: the
 * candidate's or the clerk's.
 */
export const saveAtCounter = endpoint({
  name: 'saveAtCounter',
  method: 'PATCH',
  path: '/staff/counter/applications/:id',
  who: CLERKS,
  ifMatch: true,
  params: IdParams,
  body: saveApplication.body,
  reply: CounterView,
  refusals: ['wrong-state', 'identity-refused', 'photo-refused', 'file-refused'],
});

/** Ticks an original, or takes the tick back with `seen: false`. */
export const tickOriginal = endpoint({
  name: 'tickOriginal',
  method: 'POST',
  path: '/staff/counter/applications/:id/originals',
  who: CLERKS,
  params: IdParams,
  body: z.strictObject({ document: line(64), seen: z.boolean(), received: z.boolean() }),
  reply: CounterView,
  refusals: ['wrong-state'],
});

/** Sends a slip back to the candidate's phone, with a word; its code is dead. */
export const sendSlipBack = endpoint({
  name: 'sendSlipBack',
  method: 'POST',
  path: '/staff/counter/applications/:id/return',
  who: CLERKS,
  params: IdParams,
  body: z.strictObject({ note: prose(200) }),
  reply: Done,
  refusals: ['wrong-state'],
});

/** Withdraws for a walk-in, until it is paid or claimed. */
export const dropWalkIn = endpoint({
  name: 'dropWalkIn',
  method: 'POST',
  path: '/staff/counter/applications/:id/withdrawal',
  who: CLERKS,
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state', 'already-paid'],
});

/**
 * Hands it in through the counter, today: the same conditions as on the phone, originals in the place of scans. Whoever keeps
 * passes that it would give up (E24 三（六）3, S25 四（二）) is refused `passes-kept`, with the last day of a retake, until
 * `forfeitsPasses` says that the candidate has signed the `forfeit-letter`, which is kept.
 */
export const confirmAtCounter = endpoint({
  name: 'confirmAtCounter',
  method: 'POST',
  path: '/staff/counter/applications/:id/confirmation',
  who: CLERKS,
  params: IdParams,
  body: z.strictObject({
    version: Count,
    truthful: z.literal(true),
    noticeRead: z.literal(true),
    forfeitsPasses: z.optional(z.literal(true)),
  }),
  reply: CounterView,
  refusals: [
    'wrong-state',
    'counter-window',
    'not-eligible',
    'facts-missing',
    'details-missing',
    'originals-missing',
    'identity-refused',
    'photo-missing',
    'photo-refused',
    'passes-kept',
    'retake-under-way',
    'banned',
  ],
});

/** The application form or a letter, filled, to be printed and signed by hand at the counter. */
export const downloadCounterForm = endpoint({
  name: 'downloadCounterForm',
  method: 'GET',
  path: '/staff/counter/applications/:id/forms/:document',
  who: CLERKS,
  kind: 'download',
  limit: 'heavy',
  params: z.strictObject({ id: Id, document: line(64) }),
  reply: Bytes,
  refusals: ['details-missing'],
});
