import * as z from 'zod/mini';
import { ApplicationView } from './applications';
import { endpoint } from './endpoint';
import { SchemeRowView } from './retake-schemes';
import { ClauseView, Count, Day, FenAmount, Id, IdParams, OfferingView, SubjectName, line } from './fields';

/** Why nothing may be taken again now. */
export const NO_RETAKE = [
  'not-published',
  'retake-unstated',
  'retake-not-needed',
  'retake-nothing-kept',
  'retake-forfeited',
  'retake-under-way',
  'retake-chances-used',
  'retake-over',
] as const;

/** A passed subject with the first and the last day on which it is kept. */
const KeptPassView = z.object({ subject: SubjectName, from: Day, until: Day, source: ClauseView });

/** A session in which what is missing can be taken. */
const RetakeSessionView = z.object({
  sessionId: Id,
  sessionName: z.string(),
  noticeId: z.string(),
  offeringCode: z.string(),
  examStart: Day,
  examEnd: Day,
  /** When one may apply. */
  opens: z.nullable(Day),
  closes: z.nullable(Day),
  isOpen: z.boolean(),
  /** Examined after the last day on which the passes are kept: the body is asked first. */
  examAfterKept: z.boolean(),
  subjects: z.array(SubjectName),
  /** The version of the body's 补考方案 that says which; null: the exam mode is that of the first sitting. */
  scheme: z.nullable(Count),
  /** By that version, and by the table of that session's notice for the rest; null: it prints none. */
  feeFen: z.nullable(FenAmount),
  /** Through a counter: the draft ends in a slip. */
  atCounter: z.boolean(),
});

/** Months that a notice prints and no session is planned for yet, such as `2027-03`. */
const PrintedMonths = z.object({
  noticeId: z.string(),
  noticeTitle: z.string(),
  months: z.array(z.string()),
  feeFen: z.nullable(FenAmount),
});

export const RetakePlan = z.object({
  /** The first sitting, whose passes are kept. */
  id: Id,
  /** The last sitting of those that build on it. */
  applicationId: z.nullable(Id),
  /** Passed before the body worked with this system. */
  fromBefore: z.boolean(),
  bodyId: z.string(),
  bodyName: z.string(),
  noticeId: z.string(),
  offering: OfferingView,
  passes: z.array(KeptPassView),
  /** What is to be taken again. */
  subjects: z.array(SubjectName),
  until: z.nullable(Day),
  /** `left` null: the notice prints no limit. */
  chances: z.object({ used: Count, left: z.nullable(Count) }),
  source: z.nullable(ClauseView),
  /** The latest 补考方案 that holds for an exam while the passes are kept; null: the exam mode has not changed. */
  scheme: z.nullable(z.object({ version: Count, from: Day, rows: z.array(SchemeRowView) })),
  /** Whether an absence uses a chance, and where that stands. */
  absence: z.nullable(z.object({ usesChance: z.boolean(), source: ClauseView })),
  /** Null: it may be taken again. */
  no: z.nullable(z.enum(NO_RETAKE)),
  /** One's own application that is under way, or that gave the passes up, with the clause that says so. */
  by: z.nullable(z.object({ applicationId: z.nullable(Id), source: z.nullable(ClauseView) })),
  /** Where a new application for the same gives up what is kept; null: it does not. */
  forfeits: z.nullable(ClauseView),
  sessions: z.array(RetakeSessionView),
  printed: z.array(PrintedMonths),
  /** The passes outlast what the body has announced: which years, it has not said yet. */
  unannounced: z.array(Count),
});
export type RetakePlan = z.output<typeof RetakePlan>;

/** What of mine is kept, and where what is missing can be taken again. */
export const listRetakes = endpoint({
  name: 'listRetakes',
  method: 'GET',
  path: '/retakes',
  who: 'signed-in',
  reply: z.object({ items: z.array(RetakePlan) }),
  refusals: [],
});

/** The same of one; `id`: the first sitting or any that builds on it. */
export const getRetake = endpoint({
  name: 'getRetake',
  method: 'GET',
  path: '/retakes/:id',
  who: 'signed-in',
  params: IdParams,
  reply: RetakePlan,
  refusals: [],
});

/**
 * Begins an application for the subjects that are missing, at the fee of that session's notice, filled in as the last one
 * was. Refuses with the clause as `data.source` what the notice does not allow; `retake-elsewhere` where that session has
 * no such offering; `wrong-state` where by the body's 补考方案 nothing is left to be taken, or a subject has no fee.
 */
export const beginRetake = endpoint({
  name: 'beginRetake',
  method: 'POST',
  path: '/retakes/:id/applications',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ sessionId: Id, offeringCode: line(64) }),
  reply: ApplicationView,
  refusals: [
    'too-early',
    'too-late',
    'consent-needed',
    'application-conflict',
    'not-published',
    'retake-unstated',
    'retake-not-needed',
    'retake-nothing-kept',
    'retake-forfeited',
    'retake-under-way',
    'retake-chances-used',
    'retake-over',
    'retake-elsewhere',
    'wrong-state',
    'banned',
  ],
});
