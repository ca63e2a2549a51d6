import * as z from 'zod/mini';
import { WindowKindSchema } from '../notice';
import { WINDOW_WARNINGS } from '../rules/calendar';
import { ROOM_KINDS } from '../rules/planning';
import { SESSION_STATES } from '../rules/progress';
import { endpoint } from './endpoint';
import { ROLES } from './roles';
import {
  ClauseView,
  Count,
  Day,
  FenAmount,
  Id,
  Instant,
  IdParams,
  OfferingView,
  PageQuery,
  SubjectName,
  Time,
  line,
  pageOf,
} from './fields';

/** One window of a session, with where it comes from; a null end cannot be known yet. */
export const WindowView = z.object({
  kind: WindowKindSchema,
  opens: z.nullable(Day),
  closes: z.nullable(Day),
  source: ClauseView,
});
export type WindowView = z.output<typeof WindowView>;

/** First and last day of an exam. */
export const ExamDays = z.object({ examStart: Day, examEnd: Day });

const changeFields = {
  id: Id,
  kind: z.enum(['moved', 'cancelled']),
  on: Day,
  reason: z.string(),
  before: ExamDays,
  /** Null: cancelled. */
  after: z.nullable(ExamDays),
};
/** A dated act that moved or cancelled a published session, as everybody sees it. */
const SessionChangeView = z.object(changeFields);
export type SessionChangeView = z.output<typeof SessionChangeView>;

export const SessionView = z.object({
  id: Id,
  noticeId: Id,
  noticeVersion: Count,
  bodyId: Id,
  name: z.string(),
  state: z.enum(SESSION_STATES),
  offerings: z.array(z.object({ ...OfferingView.shape, totalFen: FenAmount })),
  examStart: Day,
  examEnd: Day,
  windows: z.array(WindowView),
  sites: z.array(z.object({ name: z.string(), address: z.string() })),
  /** The newest first. */
  changes: z.array(SessionChangeView),
});
export type SessionView = z.output<typeof SessionView>;

/** One shift of a subject of an offering: when and where it is examined. What is absent is as it always was. */
export const ExamPaper = z.strictObject({
  offeringCode: line(64),
  subject: SubjectName,
  day: Day,
  startsAt: Time,
  endsAt: Time,
  siteName: line(60),
  /** Only rooms of this kind; absent: any. */
  kind: z.optional(z.enum(ROOM_KINDS)),
  /** The hours are cut into so many rounds of equal length. */
  rounds: z.optional(z.int().check(z.gte(2), z.lte(60))),
  /** Where whoever finds no place at the site sits. */
  overflowSiteName: z.optional(line(60)),
});

const SeatNumber = z.int().check(z.gte(1), z.lte(2000));

export const Site = z.strictObject({
  name: line(60),
  address: line(120),
  rooms: z
    .array(
      z.strictObject({
        name: line(40),
        seats: SeatNumber,
        /** Seats are numbered row by row; absent: one row. */
        perRow: z.optional(SeatNumber),
        kind: z.optional(z.enum(ROOM_KINDS)),
        /** Seats kept back for who needs one that is reached without a step. */
        accessible: z.optional(z.array(SeatNumber).check(z.maxLength(200))),
      }),
    )
    .check(z.maxLength(200)),
});

/** How many people are expected in each offering, by its code. */
const ExpectedPeople = z.record(line(64), z.int().check(z.gte(0), z.lte(20_000)));

/** Why a plan cannot be published: a room or a person twice at a time, too few places for those expected. */
const PlanConflictView = z.object({
  code: z.enum(['room-twice', 'room-elsewhere', 'person-twice', 'places-short']),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PlanConflictView = z.output<typeof PlanConflictView>;

export const Warning = z.object({
  code: z.enum(WINDOW_WARNINGS),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** An assumed leaf of a notice. */
export const AssumptionView = z.object({
  path: z.string(),
  reason: z.string(),
  /** Taken as true for another session under the same notice, and unchanged since: it need not be named again. Told while it is to be confirmed. */
  before: z.nullable(z.object({ sessionName: z.string(), at: Instant })),
});

/** What staff see: the plan and the windows it gives. */
export const StaffSessionView = z.object({
  ...SessionView.shape,
  noticeTitle: z.string(),
  /** It is the exam day of a stage of a competition: no windows, money or results hang on it. Absent: a session. */
  ofStage: z.optional(z.literal(true)),
  published: z.boolean(),
  windowsConfirmed: z.boolean(),
  /** Candidates are seated: papers stay as they are, sites, rooms and seats may be added. */
  placesFrozen: z.boolean(),
  /** Of the plan as it stands: whoever saves the whole of something says which one it was made from. */
  revision: Id,
  assumptions: z.array(AssumptionView),
  warnings: z.array(Warning),
  plan: z.object({
    applicationOpens: z.nullable(Day),
    applicationCloses: z.nullable(Day),
    paymentOpens: z.nullable(Day),
    paymentCloses: z.nullable(Day),
    /** Results come within so many days, where the notice prints two counts and this is the other one; absent: the usual one. */
    resultsWithin: z.optional(Count),
    sites: z.array(Site),
    papers: z.array(ExamPaper),
    /** Absent while nobody has said. */
    expected: z.optional(ExpectedPeople),
  }),
  /** What keeps a plan from being published; absent where nothing does. */
  conflicts: z.optional(z.array(PlanConflictView)),
  /** What to look at once more before publishing, such as months that nobody has planned; absent where nothing is. */
  cautions: z.optional(
    z.array(
      z.object({
        code: z.enum([
          'exam-on-day-off',
          'near-ticket-day',
          'generally-one-day',
          'subjects-parted',
          'subjects-turned',
          'months-unplanned',
        ]),
        data: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
      }),
    ),
  ),
  publishedOn: z.nullable(Day),
  /** Offerings whose results are not published, by code. */
  unpublished: z.array(z.string()),
  changes: z.array(
    z.object({
      ...changeFields,
      byName: z.string(),
      choiceUntil: Day,
      windowsBefore: z.array(WindowView),
      windowsAfter: z.nullable(z.array(WindowView)),
      /** How many people were told. */
      told: Count,
    }),
  ),
});
export type StaffSessionView = z.output<typeof StaffSessionView>;

const planFields = {
  name: line(60),
  offeringCodes: z.array(line(64)).check(z.minLength(1), z.maxLength(20)),
  examStart: Day,
  examEnd: Day,
  applicationOpens: Day,
  applicationCloses: Day,
  paymentOpens: z.optional(z.nullable(Day)),
  paymentCloses: Day,
  /** The other count of days that the notice prints for results (S25 三); null or absent: the usual one. */
  resultsWithin: z.optional(z.nullable(Count)),
};

/** Sessions of a notice that visitors may see. */
export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/notices/:id/sessions',
  who: 'anybody',
  params: IdParams,
  reply: z.object({ items: z.array(SessionView) }),
  refusals: [],
});

export const getSession = endpoint({
  name: 'getSession',
  method: 'GET',
  path: '/sessions/:id',
  who: 'anybody',
  params: IdParams,
  reply: SessionView,
  refusals: [],
});

export const listStaffSessions = endpoint({
  name: 'listStaffSessions',
  method: 'GET',
  path: '/staff/sessions',
  who: ROLES,
  query: z.strictObject(PageQuery),
  reply: pageOf(StaffSessionView),
  refusals: [],
});

export const getStaffSession = endpoint({
  name: 'getStaffSession',
  method: 'GET',
  path: '/staff/sessions/:id',
  who: ROLES,
  params: IdParams,
  reply: StaffSessionView,
  refusals: [],
});

/** Plans a session of a notice; nobody sees it before it is published. */
export const createSession = endpoint({
  name: 'createSession',
  method: 'POST',
  path: '/staff/sessions',
  who: ['exam-officer', 'administrator'],
  body: z.strictObject({ noticeId: Id, ...planFields }),
  reply: StaffSessionView,
  refusals: ['offering-unknown', 'window-order-wrong', 'results-count-unprinted'],
});

/** Changes the plan of a session that is not published yet; its windows must be confirmed anew. `revision`: as of `setSessionPlaces`. */
export const updateSession = endpoint({
  name: 'updateSession',
  method: 'PATCH',
  path: '/staff/sessions/:id',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.partial(z.strictObject({ ...planFields, revision: Id })),
  reply: StaffSessionView,
  refusals: ['changed-meanwhile', 'offering-unknown', 'window-order-wrong', 'wrong-state', 'results-count-unprinted'],
});

/**
 * Sets sites, rooms and when each subject is examined; once candidates are seated, only adds sites, rooms, seats and shifts, and
 * changes the papers of subjects whose time is announced later.
 */
export const setSessionPlaces = endpoint({
  name: 'setSessionPlaces',
  method: 'PUT',
  path: '/staff/sessions/:id/places',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({
    sites: z.array(Site).check(z.maxLength(20)),
    papers: z.array(ExamPaper).check(z.maxLength(300)),
    /** Absent: as it was. */
    expected: z.optional(ExpectedPeople),
    /** The session as it was when these places were entered; somebody else has changed it since: nothing is saved. */
    revision: z.optional(Id),
  }),
  reply: StaffSessionView,
  refusals: [
    'changed-meanwhile',
    'offering-unknown',
    'wrong-state',
    'window-order-wrong',
    'places-in-use',
    'day-over',
    'plan-conflicts',
  ],
});

/** Freezes the computed windows; every assumption they rest on is named by its path. */
export const confirmWindows = endpoint({
  name: 'confirmWindows',
  method: 'POST',
  path: '/staff/sessions/:id/windows',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ assumptions: z.array(line(200)).check(z.maxLength(400)) }),
  reply: StaffSessionView,
  refusals: ['assumption-not-confirmed', 'wrong-state', 'session-incomplete'],
});

export const publishSession = endpoint({
  name: 'publishSession',
  method: 'POST',
  path: '/staff/sessions/:id/publication-to-candidates',
  who: ['publisher', 'exam-officer', 'administrator'],
  params: IdParams,
  reply: StaffSessionView,
  refusals: [
    'windows-not-confirmed',
    'session-incomplete',
    'plan-conflicts',
    'wrong-state',
    'offering-unknown',
    'window-order-wrong',
  ],
});
