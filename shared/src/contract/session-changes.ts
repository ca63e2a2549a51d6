import * as z from 'zod/mini';
import { APPLICATION_STATES, STAGES } from '../rules/progress';
import { ApplicationView } from './applications';
import { endpoint } from './endpoint';
import { Count, Day, Done, FenAmount, Id, IdParams, OfferingView, line, prose } from './fields';
import { AssumptionView, ExamDays, ExamPaper, Site, StaffSessionView, WindowView, Warning } from './sessions';

/** The days a move may change; what is absent stays as it is. */
const movedDays = {
  applicationOpens: z.optional(Day),
  applicationCloses: z.optional(Day),
  paymentOpens: z.optional(Day),
  paymentCloses: z.optional(Day),
};

/** How many people a change reaches; `paid` are among the approved, `ticketed` among the paid. */
const Reach = z.object({
  drafts: Count,
  submitted: Count,
  returned: Count,
  approved: Count,
  paid: Count,
  ticketed: Count,
});
export type Reach = z.output<typeof Reach>;

/** What moving the session to these days, or cancelling it (no exam days), would do; changes nothing. */
export const previewSessionChange = endpoint({
  name: 'previewSessionChange',
  method: 'GET',
  path: '/staff/sessions/:id/change-preview',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  query: z.strictObject({ examStart: z.optional(Day), examEnd: z.optional(Day), ...movedDays }),
  reply: z.object({
    /** Travels with the act, which is refused when the session has changed since. */
    revision: Id,
    reach: Reach,
    before: z.array(WindowView),
    /** Null without exam days. */
    move: z.nullable(
      z.object({
        windows: z.array(WindowView),
        warnings: z.array(Warning),
        /** Assumed leaves of the notice that nobody confirmed for this session yet; those taken as true before need not be named. */
        assumptions: z.array(AssumptionView),
        /** Where and when each subject would be examined if nothing else is said: shifted by as many days. */
        papers: z.array(ExamPaper),
      }),
    ),
  }),
  refusals: ['wrong-state', 'window-order-wrong', 'nothing-changed'],
});

/**
 * Moves a published session: windows are computed anew and stored, tickets are taken back, everybody is told and may
 * keep, go elsewhere or leave with a full refund until `choiceUntil`.
 */
export const moveSession = endpoint({
  name: 'moveSession',
  method: 'POST',
  path: '/staff/sessions/:id/moves',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({
    revision: Id,
    reason: prose(200),
    choiceUntil: Day,
    examStart: Day,
    examEnd: Day,
    ...movedDays,
    /** Absent: the same places and hours, as many days later. */
    places: z.optional(
      z.strictObject({
        sites: z.array(Site).check(z.maxLength(20)),
        papers: z.array(ExamPaper).check(z.maxLength(300)),
      }),
    ),
    assumptions: z.array(line(200)).check(z.maxLength(400)),
  }),
  reply: StaffSessionView,
  refusals: [
    'wrong-state',
    'window-order-wrong',
    'choice-day-wrong',
    'nothing-changed',
    'offering-unknown',
    'assumption-not-confirmed',
    'session-incomplete',
    'plan-conflicts',
  ],
});

/**
 * Lets a published session go on to a later day, for whoever has no seat yet: shifts are then added by `setSessionPlaces`. Nobody's
 * seat, ticket or day changes; everybody hears by when results come now.
 */
export const addExamDay = endpoint({
  name: 'addExamDay',
  method: 'POST',
  path: '/staff/sessions/:id/exam-days',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ revision: Id, day: Day, reason: prose(200) }),
  reply: StaffSessionView,
  refusals: [
    'changed-meanwhile',
    'wrong-state',
    'too-late',
    'nothing-changed',
    'window-order-wrong',
    'offering-unknown',
    'session-incomplete',
  ],
});

/** Cancels a published session: applications stop, and what was paid is carried over or paid back. */
export const cancelSession = endpoint({
  name: 'cancelSession',
  method: 'POST',
  path: '/staff/sessions/:id/cancellation',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ revision: Id, reason: prose(200), choiceUntil: Day }),
  reply: StaffSessionView,
  refusals: ['wrong-state', 'choice-day-wrong'],
});

/** What those who were asked said, and what of the money that goes back is where. */
const ChangeAnswers = z.object({
  /** Handed in when it changed, and so asked. */
  asked: Count,
  keep: Count,
  transfer: Count,
  leave: Count,
  /** Said nothing so far. */
  silent: Count,
  refunds: z.object({
    count: Count,
    totalFen: FenAmount,
    /** Waits for finance to decide: through WeChat, and by hand. */
    waiting: Count,
    waitingByHand: Count,
    /** Decided, and on its way. */
    processing: Count,
    succeeded: Count,
    failed: Count,
    succeededFen: FenAmount,
  }),
});
export type ChangeAnswers = z.output<typeof ChangeAnswers>;

/** Of one act on a session, as it stands now. */
export const getChangeAnswers = endpoint({
  name: 'getChangeAnswers',
  method: 'GET',
  path: '/staff/sessions/:id/changes/:changeId/answers',
  who: ['exam-officer', 'finance', 'administrator'],
  params: z.strictObject({ id: Id, changeId: Id }),
  reply: ChangeAnswers,
  refusals: [],
});

/** What happened to the session of one application, and what may be chosen. */
const OwnChange = z.object({
  kind: z.enum(['moved', 'cancelled']),
  sessionName: z.string(),
  on: Day,
  reason: z.string(),
  before: ExamDays,
  after: z.nullable(ExamDays),
  /** Null: nothing is asked of the candidate. */
  until: z.nullable(Day),
  choice: z.nullable(z.enum(['keep', 'leave'])),
  /** What would be paid back to a candidate who leaves; null when nothing was paid. */
  paidFen: z.nullable(FenAmount),
  /** The unit paid, and gets back what is paid back. */
  paidByUnit: z.boolean(),
  /** A transfer that the candidate claims to have made waits for finance. */
  claimed: z.boolean(),
  /** Whether there is an order to look at, whatever became of it. */
  hasOrder: z.boolean(),
  /** Other sessions of the same notice that are open to the candidate, by exam day. */
  others: z.array(z.object({ sessionId: Id, name: z.string(), ...ExamDays.shape })),
});

/** The same as staff see it, who note what a candidate tells them; `open`: they still may, `late`: after the last day to choose. */
export const getChangeOfCandidate = endpoint({
  name: 'getChangeOfCandidate',
  method: 'GET',
  path: '/staff/applications/:id/session-change',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: z.object({
    candidateName: z.string(),
    bodyId: Id,
    change: z.nullable(OwnChange),
    open: z.boolean(),
    late: z.boolean(),
  }),
  refusals: [],
});

/**
 * Staff note what a candidate told them by phone or at the counter, after the last day too while the exam has not been
 * (silence kept what was moved). What a cancelled session owes goes back by itself, so only a transfer asked in time helps
 * there.
 */
export const answerForCandidate = endpoint({
  name: 'answerForCandidate',
  method: 'POST',
  path: '/staff/applications/:id/session-change',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.union([
    z.strictObject({ choice: z.enum(['keep', 'leave']), reason: prose(200) }),
    z.strictObject({ choice: z.literal('transfer'), sessionId: Id, reason: prose(200) }),
  ]),
  reply: Done,
  refusals: ['wrong-state', 'too-late', 'transfer-refused', 'application-conflict', 'identity-refused', 'not-eligible'],
});

const Leaving = z.object({
  candidateName: z.string(),
  offering: OfferingView,
  bodyId: Id,
  noticeId: Id,
  sessionName: z.string(),
  state: z.enum(APPLICATION_STATES),
  stage: z.enum(STAGES),
  /** What was paid for this candidate; null: nothing was, or it is not held any more. */
  paidFen: z.nullable(FenAmount),
  /** The unit paid, and gets back what goes back. */
  paidByUnit: z.boolean(),
  /** Whether the notice prints that money goes back to whoever leaves for reasons of their own; null: it says nothing. */
  printed: z.nullable(z.boolean()),
  /** Staff may let the candidate leave now. */
  open: z.boolean(),
});

/** One candidate as whoever plans the exam sees them, and whether they may leave though it is paid for. */
export const getPaidLeaving = endpoint({
  name: 'getPaidLeaving',
  method: 'GET',
  path: '/staff/applications/:id/leaving',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: Leaving,
  refusals: [],
});

/**
 * Lets somebody leave who has paid, until the day before the exam: the seat is free, the ticket no longer holds. With
 * `refund` finance gets a case for what was paid, else it is kept. Refuses `wrong-state` where nothing is paid
 * (`nothing-paid`), the candidate chooses about a moved session (`change-open`), or the notice prints that the money goes
 * back (`refund-printed`) and it is to be kept.
 */
export const leavePaid = endpoint({
  name: 'leavePaid',
  method: 'POST',
  path: '/staff/applications/:id/leaving',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ refund: z.boolean(), reason: prose(200) }),
  reply: Leaving,
  refusals: ['wrong-state', 'too-late', 'changed-meanwhile'],
});

/** Takes away a session that nobody has seen yet. */
export const deleteSession = endpoint({
  name: 'deleteSession',
  method: 'DELETE',
  path: '/staff/sessions/:id',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});

/** What happened to the session of one's application, and where else one could go; null when nothing did. */
export const getSessionChange = endpoint({
  name: 'getSessionChange',
  method: 'GET',
  path: '/applications/:id/session-change',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ change: z.nullable(OwnChange) }),
  refusals: [],
});

/** Keeps the new day, goes to another session with what was paid, or leaves with a full refund. */
export const answerSessionChange = endpoint({
  name: 'answerSessionChange',
  method: 'POST',
  path: '/applications/:id/session-change',
  who: 'signed-in',
  params: IdParams,
  body: z.union([
    z.strictObject({ choice: z.enum(['keep', 'leave']) }),
    z.strictObject({ choice: z.literal('transfer'), sessionId: Id }),
  ]),
  reply: ApplicationView,
  refusals: ['wrong-state', 'too-late', 'transfer-refused', 'application-conflict', 'identity-refused', 'not-eligible'],
});
