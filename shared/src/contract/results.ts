import * as z from 'zod/mini';
import { tidyLine } from '../kernel';
import { endpoint } from './endpoint';
import {
  Bytes,
  ClauseView,
  Count,
  Day,
  Id,
  IdParams,
  Instant,
  OfferingView,
  PageQuery,
  SubjectName,
  line,
  pageOf,
  prose,
  typedNumber,
} from './fields';
import { sheetEndpoints } from './sheet-imports';

/** The Excel template of a session: a row a candidate, a column a subject; of one subject alone, also in the order of its seats. */
export const downloadScoreTemplate = endpoint({
  name: 'downloadScoreTemplate',
  method: 'GET',
  path: '/staff/sessions/:id/score-template.xlsx',
  who: ['score-officer', 'administrator'],
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ subject: z.optional(SubjectName), order: z.optional(z.enum(['ticket', 'room'])) }),
  reply: Bytes,
  refusals: ['ticket-not-issued'],
});

/** The marks of a filled template: cells left empty wait for another sheet. */
export const scoreSheet = sheetEndpoints({
  name: 'Scores',
  path: '/staff/sessions/:id/scores',
  who: ['score-officer', 'administrator'],
});

/**
 * The marks of a sheet that a second person filled in on their own: each cell that is not as the first one has it is a problem
 * at its cell; without any, what the first one recorded is confirmed.
 */
export const secondScoreSheet = sheetEndpoints({
  name: 'SecondScores',
  path: '/staff/sessions/:id/second-scores',
  who: ['score-officer', 'administrator'],
});

/**
 * Keys one mark in at the desk: points or 缺考, 作弊, 免考, 取消; `version` is that of the mark as seen, 0 where there is none.
 * The same mark by a second person confirms it. What holds a result is put right so too, never by who said it.
 */
export const keyMark = endpoint({
  name: 'keyMark',
  method: 'POST',
  path: '/staff/sessions/:id/marks',
  who: ['score-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({
    ticketNumber: typedNumber(24),
    subject: SubjectName,
    mark: line(12),
    version: Count,
  }),
  reply: z.object({ name: z.string(), mark: z.string(), version: Count, confirmed: z.boolean() }),
  refusals: ['too-early', 'already-published', 'mark-refused', 'ticket-not-issued', 'same-marker'],
});

/** The marks of one candidate as they stand, for keying them in. */
export const getMarks = endpoint({
  name: 'getMarks',
  method: 'GET',
  path: '/staff/sessions/:id/marks/:ticketNumber',
  who: ['score-officer', 'administrator'],
  params: z.strictObject({ id: Id, ticketNumber: typedNumber(24) }),
  reply: z.object({
    ticketNumber: z.string(),
    name: z.string(),
    offering: OfferingView,
    held: z.boolean(),
    published: z.boolean(),
    /** The ticket numbers beside, in the order of the list. */
    next: z.nullable(z.string()),
    marks: z.array(
      z.object({
        subject: SubjectName,
        roomName: z.string(),
        seat: Count,
        /** As it is written; '' while there is none. */
        mark: z.string(),
        version: Count,
        byName: z.nullable(z.string()),
        confirmedByName: z.nullable(z.string()),
      }),
    ),
  }),
  refusals: ['ticket-not-issued'],
});

/** Confirms every mark of an offering that somebody else recorded and nobody has confirmed. */
export const confirmMarks = endpoint({
  name: 'confirmMarks',
  method: 'POST',
  path: '/staff/sessions/:id/marks/confirmation',
  who: ['score-officer', 'administrator'],
  params: IdParams,
  body: z.strictObject({ offering: line(64), reason: prose(200) }),
  reply: z.object({ unconfirmed: Count }),
  refusals: ['offering-unknown', 'same-marker'],
});

const SubjectResult = z.object({
  subject: SubjectName,
  /** Points such as `86.5`; null when absent or not recorded yet. */
  points: z.nullable(z.string()),
  absent: z.boolean(),
  /** By a breach of conduct, whatever the mark was. */
  cancelled: z.boolean(),
  passed: z.nullable(z.boolean()),
});

/** What publishing would say at this moment, offering by offering. */
export const previewResults = endpoint({
  name: 'previewResults',
  method: 'GET',
  path: '/staff/sessions/:id/results-publication/preview',
  who: ['score-officer', 'publisher', 'administrator'],
  params: IdParams,
  reply: z.object({
    offerings: z.array(
      z.object({
        offering: OfferingView,
        passed: Count,
        failed: Count,
        /** Absent from every subject, and from one at least. */
        absent: Count,
        absentSomewhere: Count,
        /** Without a mark or an absence in some subject. */
        incomplete: Count,
        /** Something is looked into: theirs waits alone. */
        pending: Count,
        /** Marks that no second person has confirmed, and those of them that are not one's own. */
        unconfirmed: Count,
        toConfirm: Count,
        /** Those that keep the offering from being published. */
        awaitingCheck: Count,
        /** Who they are and what they lack, the first hundred. */
        lacking: z.array(z.object({ ticketNumber: z.string(), name: z.string(), subjects: z.array(SubjectName) })),
        publishedOn: z.nullable(Day),
        /** Who asked for it, where a second person has to agree. */
        asked: z.nullable(z.object({ byName: z.string(), at: Instant, mine: z.boolean() })),
      }),
    ),
    /** Rooms of which the door does not know who came, and only the marks say: publishing waits for an officer where doors were used. */
    attendance: z.object({
      isDoorUsed: z.boolean(),
      rooms: z.array(
        z.object({
          roomId: Id,
          slot: z.string(),
          siteName: z.string(),
          roomName: z.string(),
          present: Count,
          absent: Count,
        }),
      ),
    }),
  }),
  refusals: [],
});

/**
 * Publishes the results of these offerings, or of all that are left; their publicity counts from this very day (B26
 * 三(五)1). Where a second person has to agree, the first one only asks (`publishedOn` null).
 */
export const publishResults = endpoint({
  name: 'publishResults',
  method: 'POST',
  path: '/staff/sessions/:id/results-publication',
  who: ['publisher', 'administrator'],
  params: IdParams,
  body: z.strictObject({ offerings: z.optional(z.array(line(64)).check(z.minLength(1), z.maxLength(60))) }),
  reply: z.object({ publishedOn: z.nullable(Day), publicityCloses: z.nullable(Day), candidates: Count }),
  refusals: [
    'results-incomplete',
    'already-published',
    'too-early',
    'calendar-year-unknown',
    'offering-unknown',
    'publication-by-another',
    'marks-unconfirmed',
    'attendance-unsettled',
    'deputy-needed',
  ],
});

const PublicLine = z.object({
  ticketNumber: z.string(),
  nameMasked: z.string(),
  offering: OfferingView,
  subjects: z.array(SubjectResult),
  passed: z.boolean(),
  /** Something is looked into: nothing is said before. */
  pending: z.boolean(),
});

/**
 * The public list while publicity runs: masked names and ticket numbers only, everybody or who passed, as the body's rule
 * says. `q`: a whole name, or the last four characters or more of a ticket number.
 */
export const getPublicity = endpoint({
  name: 'getPublicity',
  method: 'GET',
  path: '/sessions/:id/publicity',
  who: 'anybody',
  params: IdParams,
  query: z.strictObject({ ...PageQuery, q: z.optional(line(40)), offering: z.optional(line(64)) }),
  reply: z.object({
    ...pageOf(PublicLine).shape,
    opens: Day,
    closes: Day,
    source: ClauseView,
    shows: z.enum(['all', 'passed']),
    /** Whose publicity runs, each with its own days. */
    offerings: z.array(z.object({ offering: OfferingView, opens: Day, closes: Day })),
  }),
  refusals: ['not-published', 'too-late', 'wrong-state'],
});

/** The public list as a workbook, for the body's own site. */
export const downloadPublicity = endpoint({
  name: 'downloadPublicity',
  method: 'GET',
  path: '/staff/sessions/:id/publicity.xlsx',
  who: ['publisher', 'administrator'],
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['not-published', 'too-late', 'wrong-state'],
});

/** The public list as it is pasted: a page of tables for Word and a WeChat article, and lines with tabs for all else. */
export const getPublicityText = endpoint({
  name: 'getPublicityText',
  method: 'GET',
  path: '/staff/sessions/:id/publicity-text',
  who: ['publisher', 'administrator'],
  limit: 'heavy',
  params: IdParams,
  reply: z.object({ text: z.string(), html: z.string(), people: Count }),
  refusals: ['not-published', 'too-late', 'wrong-state'],
});

/** One dated step of a score review. */
const LedgerStep = z.object({
  at: Instant,
  code: z.enum(['asked', 'decided-unchanged', 'decided-corrected']),
  reason: z.string(),
});

export const SCORE_REVIEW_STATES = ['open', 'unchanged', 'corrected'] as const;
export type ScoreReviewState = (typeof SCORE_REVIEW_STATES)[number];

const ScoreReviewView = z.object({
  id: Id,
  applicationId: Id,
  subject: SubjectName,
  state: z.enum(SCORE_REVIEW_STATES),
  ledger: z.array(LedgerStep),
});
export type ScoreReviewView = z.output<typeof ScoreReviewView>;

export const ResultView = z.object({
  applicationId: Id,
  publishedOn: Day,
  subjects: z.array(SubjectResult),
  outcome: z.enum(['passed', 'failed', 'absent']),
  /** Passes that stay valid for a retake, with their last day where it is known. */
  kept: z.array(z.object({ subject: SubjectName, until: z.nullable(Day), source: ClauseView })),
  review: z.object({ opens: z.nullable(Day), closes: z.nullable(Day), source: z.nullable(ClauseView) }),
  scoreReviews: z.array(ScoreReviewView),
});
export type ResultView = z.output<typeof ResultView>;

export const getResult = endpoint({
  name: 'getResult',
  method: 'GET',
  path: '/applications/:id/result',
  who: 'signed-in',
  params: IdParams,
  reply: ResultView,
  refusals: ['not-published', 'result-pending'],
});

/** Asks for a score review: marking, adding and recording are checked again, inside publicity only. */
export const askScoreReview = endpoint({
  name: 'askScoreReview',
  method: 'POST',
  path: '/applications/:id/score-reviews',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ subject: SubjectName, reason: prose(400) }),
  reply: ResultView,
  refusals: ['not-published', 'too-early', 'too-late', 'review-open', 'wrong-state'],
});

const StaffScoreReviewView = z.object({
  ...ScoreReviewView.shape,
  name: z.string(),
  ticketNumber: z.string(),
  points: z.nullable(z.string()),
  reason: z.string(),
});

/** One score review before it is decided: by when, by whom the mark was recorded and confirmed, and whether the caller may. */
export const getScoreReview = endpoint({
  name: 'getScoreReview',
  method: 'GET',
  path: '/staff/score-reviews/:id',
  who: ['score-officer', 'administrator'],
  params: IdParams,
  reply: z.object({
    ...StaffScoreReviewView.shape,
    dueOn: z.nullable(Day),
    handledBy: z.array(z.string()),
    mayDecide: z.boolean(),
  }),
  refusals: [],
});

/** Decides a score review; whoever recorded or confirmed the mark does not decide, and "unchanged" changes nothing. */
export const decideScoreReview = endpoint({
  name: 'decideScoreReview',
  method: 'POST',
  path: '/staff/score-reviews/:id/decision',
  who: ['score-officer', 'administrator'],
  params: IdParams,
  body: z.union([
    z.strictObject({ outcome: z.literal('unchanged'), reason: prose(400) }),
    z.strictObject({
      outcome: z.literal('corrected'),
      points: z.string().check(
        z.overwrite((text) => tidyLine(text.normalize('NFKC'))),
        z.maxLength(6),
      ),
      reason: prose(400),
    }),
  ]),
  reply: StaffScoreReviewView,
  refusals: ['same-marker', 'wrong-state', 'invalid-input'],
});
