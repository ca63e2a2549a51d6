import * as z from 'zod/mini';
import { UnitKindSchema } from '../notice';
import { endpoint } from './endpoint';
import { Bytes, ClauseView, Count, Day, FenAmount, Id, IdParams, line, prose } from './fields';
import { papers, printed } from './award-parts';
import { NewsReach } from './reach';

/** Who sees the awards of a competition; who names and locks them; who pays them. */
export const AWARD_STAFF = ['exam-officer', 'publisher', 'finance', 'administrator'] as const;
/** Who notes that the money was paid. */
export const AWARD_PAYERS = ['finance'] as const;
export const AWARD_DECIDERS = ['exam-officer', 'publisher', 'administrator'] as const;

/** What became of an award: nobody moves up for one that is withheld or declined, for no notice says so. */
export const AWARD_STATES = ['given', 'withheld', 'declined'] as const;
export type AwardState = (typeof AWARD_STATES)[number];
/** How the money of an award was paid: into the winner's account, or by hand against a signature. */
export const AWARD_PAYMENTS = ['transfer', 'cash'] as const;
export type AwardPayment = (typeof AWARD_PAYMENTS)[number];
export const AWARD_BOARD_STATES = ['open', 'proposed', 'locked'] as const;
export type AwardBoardState = (typeof AWARD_BOARD_STATES)[number];
export const AWARD_RECIPIENTS = ['entrant', 'coach', 'unit'] as const;

/** One award to one recipient; `id` is a row's once the awards are locked. */
const GivenAward = z.object({
  id: z.nullable(Id),
  to: z.enum(AWARD_RECIPIENTS),
  name: z.string(),
  unit: z.nullable(z.string()),
  rank: z.nullable(Count),
  fen: z.nullable(FenAmount),
  state: z.enum(AWARD_STATES),
  reason: z.nullable(z.string()),
  paperNumber: z.nullable(z.string()),
});

const Answer = z.nullable(z.object({ given: z.boolean(), reason: z.string(), by: z.string(), on: Day }));
const Signed = z.nullable(z.object({ by: z.string(), on: Day, mine: z.boolean() }));

const AwardBoard = z.object({
  noticeId: Id,
  bodyId: Id,
  title: z.string(),
  /** The final's event, within which the locked awards are listed. */
  finalId: Id,
  state: z.enum(AWARD_BOARD_STATES),
  /** One more with everything that could change an award: who saw an older one is refused. */
  turn: Count,
  /** The publication of the final's ranks that the awards rest on; 0: none is published. */
  revision: Count,
  publishedOn: z.nullable(Day),
  awards: z.array(z.object({ ...printed, ...papers, lines: z.array(GivenAward) })),
  /** The last stage that is held, whose ranks the awards wait for; null: all are cancelled. */
  lastHeld: z.nullable(z.string()),
  /** `ofRanks`: not about an award, but whether the ranks of the last stage that was held are the final ones. */
  questions: z.array(
    z.object({
      ofRanks: z.boolean(),
      award: z.string(),
      name: z.string(),
      words: z.string(),
      source: ClauseView,
      open: z.boolean(),
      about: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          unit: z.nullable(z.string()),
          rank: z.nullable(Count),
          answer: Answer,
        }),
      ),
      /** Of everybody of whom nothing was said. */
      rest: Answer,
    }),
  ),
  /** Written names that look like one unit, or were joined; thresholds count them as one then. */
  units: z.array(
    z.object({
      names: z.array(z.object({ name: z.string(), kind: z.nullable(UnitKindSchema), entrants: Count })),
      joined: z.nullable(z.object({ name: z.string(), kind: UnitKindSchema })),
    }),
  ),
  /** `window`: against this stage one may protest longest, and until that day nothing is locked. */
  protests: z.object({
    open: Count,
    awaitRanks: Count,
    window: z.nullable(z.object({ stage: z.string(), until: Day })),
  }),
  proposed: Signed,
  locked: Signed,
  /** What the money comes to, before tax. */
  totalFen: FenAmount,
  /**
   * How many people get money, of how many unpaid ones nobody has told the account, and how many awards could be paid now; null before
   * the awards are locked.
   */
  accounts: z.nullable(z.object({ winners: Count, missing: Count, due: Count })),
  /** Once they are locked: whoever was given one by another rank than is published now, as `3号（第1名，现第24名）`. */
  apart: z.optional(z.array(z.string())),
  /** Whom the news of it would reach; null once the awards are locked. */
  reach: z.nullable(NewsReach),
});
export type AwardBoardView = z.output<typeof AwardBoard>;

/** The awards of a competition as they would be now, or as they were locked. */
export const getAwardBoard = endpoint({
  name: 'getAwardBoard',
  method: 'GET',
  path: '/staff/contests/:id/awards',
  who: AWARD_STAFF,
  params: IdParams,
  reply: AwardBoard,
  refusals: [],
});

/** Answers what the notice's data leave to staff, of one or of all the rest, with a reason; answered anew, the last counts. */
export const answerAward = endpoint({
  name: 'answerAward',
  method: 'PUT',
  path: '/staff/contests/:id/award-answers',
  who: AWARD_DECIDERS,
  params: IdParams,
  body: z.strictObject({ key: line(240), given: z.boolean(), reason: prose(200) }),
  reply: AwardBoard,
  refusals: ['awards-locked', 'wrong-state'],
});

/** Written names are one unit, of this name and kind; one name alone under its own name parts it again. */
export const joinUnits = endpoint({
  name: 'joinUnits',
  method: 'PUT',
  path: '/staff/contests/:id/award-units',
  who: AWARD_DECIDERS,
  params: IdParams,
  body: z.strictObject({
    names: z.array(line(80)).check(z.minLength(1), z.maxLength(20)),
    name: line(80),
    kind: UnitKindSchema,
  }),
  reply: AwardBoard,
  refusals: ['awards-locked'],
});

/** One proposes the awards as they stand at this turn; every question is answered then and no protest open. */
export const proposeAwards = endpoint({
  name: 'proposeAwards',
  method: 'POST',
  path: '/staff/contests/:id/award-proposal',
  who: AWARD_DECIDERS,
  params: IdParams,
  body: z.strictObject({ turn: Count }),
  reply: AwardBoard,
  refusals: [
    'awards-locked',
    'changed-meanwhile',
    'not-published',
    'award-questions-open',
    'protests-open',
    'protest-awaits-ranks',
  ],
});

/** Another one locks what was proposed, or sends it back; nothing may have changed since. */
export const lockAwards = endpoint({
  name: 'lockAwards',
  method: 'POST',
  path: '/staff/contests/:id/award-lock',
  who: AWARD_DECIDERS,
  params: IdParams,
  body: z.strictObject({ turn: Count, agrees: z.boolean() }),
  reply: AwardBoard,
  refusals: [
    'awards-locked',
    'changed-meanwhile',
    'award-by-another',
    'wrong-state',
    'not-published',
    'protests-open',
    'protest-awaits-ranks',
    'protest-window-open',
    'calendar-year-unknown',
  ],
});

/** An award that is locked and not paid is withheld, or declined by whom it goes to, or given after all; with a reason. */
export const changeAward = endpoint({
  name: 'changeAward',
  method: 'PUT',
  path: '/staff/awards/:id/state',
  who: AWARD_DECIDERS,
  params: IdParams,
  body: z.strictObject({ state: z.enum(AWARD_STATES), was: z.enum(AWARD_STATES), reason: prose(200) }),
  reply: AwardBoard,
  refusals: ['changed-meanwhile', 'wrong-state'],
});

/** Gives the papers of one award their numbers, in order and without a gap; who has one keeps it. */
export const issueAwardPapers = endpoint({
  name: 'issueAwardPapers',
  method: 'POST',
  path: '/staff/contests/:id/award-papers',
  who: AWARD_DECIDERS,
  params: IdParams,
  body: z.strictObject({ award: line(64) }),
  reply: AwardBoard,
  refusals: ['wrong-state'],
});

/** All papers of one award as one PDF, by number. */
export const printAwardPapers = endpoint({
  name: 'printAwardPapers',
  method: 'GET',
  path: '/staff/contests/:id/award-papers.pdf',
  who: AWARD_DECIDERS,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ award: line(64) }),
  reply: Bytes,
  refusals: ['nothing-to-print'],
});

/**
 * What one giver gives, as a list to hand to it with what it needs of each; without a giver what no giver is printed for.
 * Personal data are masked unless a reason is given, which is kept; whoever did not agree to a database is not on its list.
 */
export const printGiverList = endpoint({
  name: 'printGiverList',
  method: 'GET',
  path: '/staff/contests/:id/giver-list.pdf',
  who: AWARD_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ giver: z.optional(line(80)), reason: z.optional(prose(200)) }),
  reply: Bytes,
  refusals: ['nothing-to-print'],
});

/** The awards of everybody as the public sees them, names masked; null before they are locked. */
export const getContestAwards = endpoint({
  name: 'getContestAwards',
  method: 'GET',
  path: '/contests/:id/awards',
  who: 'anybody',
  params: IdParams,
  reply: z.object({
    title: z.string(),
    lockedOn: z.nullable(Day),
    awards: z.array(
      z.object({
        ...printed,
        lines: z.array(
          z.object({
            to: z.enum(AWARD_RECIPIENTS),
            name: z.string(),
            unit: z.nullable(z.string()),
            rank: z.nullable(Count),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
});
