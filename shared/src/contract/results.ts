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
} from './fields';
import { sheetEndpoints } from './sheet-imports';

/** The Excel template of a session: a row a candidate, a column a subject. */
export const downloadScoreTemplate = endpoint({
  name: 'downloadScoreTemplate',
  method: 'GET',
  path: '/staff/sessions/:id/score-template.xlsx',
  who: ['score-officer', 'administrator'],
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['ticket-not-issued'],
});

/** The marks of a filled template: cells left empty wait for another sheet. */
export const scoreSheet = sheetEndpoints({
  name: 'Scores',
  path: '/staff/sessions/:id/scores',
  who: ['score-officer', 'administrator'],
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
  who: ['publisher', 'administrator'],
  params: IdParams,
  reply: z.object({
    offerings: z.array(
      z.object({
        offering: OfferingView,
        passed: Count,
        failed: Count,
        absent: Count,
        /** Without a mark or an absence in some subject. */
        incomplete: Count,
        /** Who they are and what they lack, the first hundred. */
        lacking: z.array(z.object({ ticketNumber: z.string(), name: z.string(), subjects: z.array(SubjectName) })),
        publishedOn: z.nullable(Day),
        /** Who asked for it, where a second person has to agree. */
        asked: z.nullable(z.object({ byName: z.string(), at: Instant, mine: z.boolean() })),
      }),
    ),
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
    'deputy-needed',
  ],
});

/** The public list while publicity runs: masked names and ticket numbers only. */
export const getPublicity = endpoint({
  name: 'getPublicity',
  method: 'GET',
  path: '/sessions/:id/publicity',
  who: 'anybody',
  params: IdParams,
  query: z.strictObject(PageQuery),
  reply: z.object({
    ...pageOf(
      z.object({
        ticketNumber: z.string(),
        nameMasked: z.string(),
        offering: OfferingView,
        subjects: z.array(SubjectResult),
        passed: z.boolean(),
      }),
    ).shape,
    opens: Day,
    closes: Day,
    source: ClauseView,
  }),
  refusals: ['not-published', 'too-late'],
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
  refusals: ['not-published'],
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

/** Decides a score review; whoever recorded the mark does not decide, and "unchanged" changes nothing. */
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
