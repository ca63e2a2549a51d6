import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, SubjectName, Time } from './fields';
import { ROLES } from './roles';

/** What staff of a session may have to do (N14), and of a competition; of a stage `sessionId` is its id. */
export const DUTIES = [
  'confirm-windows',
  'exam-day',
  'review-applications',
  'settle-unreviewed',
  'resolve-cases',
  'confirm-transfers',
  'collect-fees',
  'announce-subject',
  'seat-session',
  'issue-tickets',
  'unopened-tickets',
  'import-scores',
  'settle-attendance',
  'publish-results',
  'decide-score-reviews',
  'decide-objections',
  'issue-certificates',
  'replace-certificates',
  'send-certificates',
  'register-certificates',
  'withdraw-certificates',
  'check-entries',
  'announce-stage',
  'arrange-training',
  'freeze-roster',
  'draw-stage',
  'assign-judges',
  'open-stage-day',
  'take-attendance',
  'key-theory-marks',
  'key-skill-marks',
  'lock-judge-marks',
  'correct-marks',
  'check-stage-marks',
  'republish-ranks',
  'publish-ranks',
  'decide-protests',
  'propose-awards',
  'lock-awards',
  'settle-apart-awards',
  'collect-award-accounts',
  'pay-prizes',
] as const;
export type DutyCode = (typeof DUTIES)[number];

const Duty = z.object({
  sessionId: Id,
  code: z.enum(DUTIES),
  dueOn: z.nullable(Day),
  overdue: z.boolean(),
  /** How many people, cases or papers wait for it; absent where it is one act. */
  waiting: z.optional(Count),
});

/** How far the work on a session has come, counted from the records. */
export const getSessionCounts = endpoint({
  name: 'getSessionCounts',
  method: 'GET',
  path: '/staff/sessions/:id/counts',
  who: ROLES,
  params: IdParams,
  reply: z.object({
    submitted: Count,
    returned: Count,
    approved: Count,
    paid: Count,
    seated: Count,
    ticketed: Count,
    scored: Count,
    published: Count,
    certified: Count,
    openCases: Count,
    openScoreReviews: Count,
    /** Subjects whose time is announced later: their day, and how many of those who paid have no seat for them. */
    later: z.optional(
      z.array(z.object({ offeringCode: z.string(), subject: SubjectName, day: z.nullable(Day), waiting: Count })),
    ),
    /** What staff should do next, most urgent first, with the day it is due (N14). */
    duties: z.array(Duty),
  }),
  refusals: [],
});

/** What is to be done in all sessions and competitions of the caller's bodies, in the order in which it is due (N14). */
export const listDuties = endpoint({
  name: 'listDuties',
  method: 'GET',
  path: '/staff/session-duties',
  who: ROLES,
  reply: z.object({
    /** `noticeId`: the competition that it belongs to; absent for a session. */
    items: z.array(z.object({ ...Duty.shape, sessionName: z.string(), bodyId: Id, noticeId: z.optional(z.string()) })),
    /** Older sessions than those that were looked through may have duties, too. */
    isCut: z.boolean(),
    /**
     * The competitions that are entered now, under way, or whose awards were locked in the last half year, with the stage that is
     * worked on; its day is null until announced.
     */
    contests: z.array(
      z.object({
        noticeId: z.string(),
        bodyId: Id,
        title: z.string(),
        stageId: Id,
        stageName: z.string(),
        day: z.nullable(Day),
        /** Who entered and has not stepped back. */
        entered: Count,
        published: z.boolean(),
        /** Once the awards are locked: who gets money, of whom nobody has told the account, and how many could be paid now. */
        awards: z.optional(z.object({ lockedOn: Day, winners: Count, missing: Count, due: Count })),
      }),
    ),
  }),
  refusals: [],
});

/**
 * Whether everybody who was approved finds a place as the rooms stand, by subject and hour, before anybody is seated: people
 * sit down once a subject, so that `sittings` is more than `people`.
 */
export const getSeatCapacity = endpoint({
  name: 'getSeatCapacity',
  method: 'GET',
  path: '/staff/sessions/:id/seat-capacity',
  who: ['exam-officer', 'administrator'],
  params: IdParams,
  reply: z.object({
    people: Count,
    paid: Count,
    sittings: Count,
    rows: z.array(
      z.object({
        subject: SubjectName,
        day: Day,
        startsAt: Time,
        endsAt: Time,
        siteName: z.string(),
        needed: Count,
        places: Count,
        short: Count,
      }),
    ),
    /** Of these people, so many of an offering take the same subjects: whoever retakes takes fewer. */
    admitted: z.array(z.object({ offeringCode: z.string(), subjects: z.array(SubjectName), people: Count })),
  }),
  refusals: [],
});
