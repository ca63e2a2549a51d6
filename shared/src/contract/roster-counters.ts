import * as z from 'zod/mini';
import { APPLICATION_STATES } from '../rules/progress';
import { CounterDays } from './counter-days';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, FenAmount, Id, IdParams, Instant, OfferingView, typedCode } from './fields';

/** Somebody on the list that a unit brings to the counter; `missing`: papers that nobody has seen, as they are printed. */
const CounterRow = z.object({
  id: Id,
  position: Count,
  name: z.string(),
  documentTail: z.string(),
  offering: OfferingView,
  state: z.enum(APPLICATION_STATES),
  isOpen: z.boolean(),
  /** Still open, and the member calls something wrong: nobody confirms it before the unit has mended or answered it. */
  disputed: z.boolean(),
  missing: z.array(z.string()),
  /** Some papers were seen already. */
  begun: z.boolean(),
  confirmedAt: z.nullable(Instant),
  /** Counted with the group, and about to be confirmed. */
  queued: z.boolean(),
  /** Why not, as a sentence. */
  outcome: z.nullable(z.string()),
});
export type RosterCounterRow = z.output<typeof CounterRow>;

const CounterView = z.object({
  rosterId: Id,
  unitName: z.string(),
  sessionName: z.string(),
  noticeTitle: z.string(),
  bodyName: z.string(),
  /** Typed where nothing scans. */
  code: z.string(),
  /** What the QR says. */
  link: z.string(),
  counts: z.object({ listed: Count, confirmed: Count, open: Count, queued: Count }),
  /** What those on the list come to that still take part. */
  feeFen: FenAmount,
  /** The last day for who is still open; null: nobody knows yet. */
  openUntil: z.nullable(Day),
  /** Whether staff have set that day, beside the window of applications. */
  isSet: z.boolean(),
  /** Nobody is taken any more. */
  isOver: z.boolean(),
  counter: CounterDays,
  /** In the order of the roster. */
  rows: z.array(CounterRow),
});
export type RosterCounterView = z.output<typeof CounterView>;

/** The list that an agent brings to the counter, and who of it is still open. */
export const getRosterCounter = endpoint({
  name: 'getRosterCounter',
  method: 'GET',
  path: '/rosters/:id/counter',
  who: 'signed-in',
  params: IdParams,
  reply: CounterView,
  refusals: ['counter-not-offered'],
});

/** 集体现场报名单: the list in the order of the roster with its code and totals, for the counter. */
export const downloadRosterSlip = endpoint({
  name: 'downloadRosterSlip',
  method: 'GET',
  path: '/rosters/:id/counter.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['counter-not-offered', 'too-many-requests'],
});

const CLERKS = ['reviewer', 'administrator'] as const;
/** The same for a clerk, with the latest day until which the rest may be kept open; it may be past. */
const StaffCounterView = z.object({ ...CounterView.shape, latest: Day });
export type StaffRosterCounterView = z.output<typeof StaffCounterView>;

/** The lists of units at the counters of one's bodies for exams that are not over, the newest first. */
export const listRosterCounters = endpoint({
  name: 'listRosterCounters',
  method: 'GET',
  path: '/staff/counter/rosters',
  who: CLERKS,
  reply: z.object({
    items: z.array(
      z.object({
        rosterId: Id,
        /** It is opened by its code, which is kept in the log. */
        code: z.string(),
        unitName: z.string(),
        sessionName: z.string(),
        listed: Count,
        confirmed: Count,
      }),
    ),
  }),
  refusals: [],
});

/** Opens the list of a unit by its scanned or typed code; one of another body does not exist. */
export const openRosterSlip = endpoint({
  name: 'openRosterSlip',
  method: 'GET',
  path: '/staff/counter/roster-slips/:code',
  who: CLERKS,
  params: z.strictObject({ code: typedCode(20) }),
  reply: StaffCounterView,
  refusals: ['counter-not-offered'],
});

export const getStaffRosterCounter = endpoint({
  name: 'getStaffRosterCounter',
  method: 'GET',
  path: '/staff/counter/rosters/:id',
  who: CLERKS,
  params: IdParams,
  reply: StaffCounterView,
  refusals: ['counter-not-offered'],
});

/** How many of it, once counted, still wait to be confirmed. */
export const getRosterCounterWork = endpoint({
  name: 'getRosterCounterWork',
  method: 'GET',
  path: '/staff/counter/rosters/:id/work',
  who: CLERKS,
  params: IdParams,
  reply: z.object({ queued: Count }),
  refusals: [],
});

/**
 * Confirms everybody who is open but these and who is disputed, whose papers were all seen; `count`: how many the clerk has counted, typed by
 * hand. In the background; who is refused stays open, with the reason.
 */
export const confirmRosterCounted = endpoint({
  name: 'confirmRosterCounted',
  method: 'POST',
  path: '/staff/counter/rosters/:id/confirmation',
  who: CLERKS,
  params: IdParams,
  body: z.strictObject({
    count: Count.check(z.gte(1)),
    except: z.array(Id).check(z.maxLength(2000)),
    truthful: z.literal(true),
  }),
  reply: StaffCounterView,
  refusals: ['wrong-state', 'counter-not-offered', 'counter-window'],
});

/**
 * Keeps who did not come open until a day of the counter, not before today and not after `latest`; the agents are told. Once
 * `latest` is past it refuses `too-late`.
 */
export const keepRosterOpen = endpoint({
  name: 'keepRosterOpen',
  method: 'PUT',
  path: '/staff/counter/rosters/:id/open-until',
  who: CLERKS,
  params: IdParams,
  body: z.strictObject({ until: Day }),
  reply: StaffCounterView,
  refusals: ['wrong-state', 'too-late', 'counter-not-offered'],
});
