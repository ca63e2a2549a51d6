import * as z from 'zod/mini';
import { StageCodeSchema } from '../notice';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, Id, IdParams, Time, line } from './fields';

/** A stage as printed, and as announced once it is. */
export const StageView = z.object({
  code: StageCodeSchema,
  name: z.string(),
  printed: z.nullable(z.string()),
  announced: z.nullable(z.object({ day: Day, startsAt: z.nullable(Time), place: z.string() })),
  source: ClauseView,
});
export type StageView = z.output<typeof StageView>;

/** A competition's entry window, stages and place. */
export const ContestView = z.object({
  noticeId: Id,
  title: z.string(),
  offeringCode: z.string(),
  state: z.enum(['upcoming', 'open', 'closed']),
  opensOn: z.nullable(Day),
  closesOn: z.nullable(Day),
  /** Where the days of entry are printed. */
  entrySource: z.nullable(ClauseView),
  entersHere: z.boolean(),
  /** Printed words about the place, such as 地点待定，另行通知. */
  place: z.nullable(z.object({ value: z.string(), source: ClauseView })),
  stages: z.array(StageView),
});
export type ContestView = z.output<typeof ContestView>;

export const getContest = endpoint({
  name: 'getContest',
  method: 'GET',
  path: '/contests/:id',
  who: 'anybody',
  params: IdParams,
  reply: ContestView,
  refusals: [],
});

/** Who works on a competition and on who entered it. */
export const CONTEST_STAFF = ['reviewer', 'exam-officer', 'administrator'] as const;

/** A competition for those who work on it: `entriesId` is the stage whose list holds everybody who entered. */
export const getStaffContest = endpoint({
  name: 'getStaffContest',
  method: 'GET',
  path: '/staff/contests/:id/overview',
  who: CONTEST_STAFF,
  params: IdParams,
  reply: z.object({
    bodyId: Id,
    entriesId: Id,
    contest: ContestView,
    /** The groups that are ranked each by itself; none: all are one. */
    rankingGroups: z.array(z.object({ code: z.string(), name: z.string() })),
    counts: z.object({
      entered: Count,
      withdrawn: Count,
      /** Live ones that the rules could not decide and nobody has decided yet. */
      undecided: Count,
      units: Count,
      training: Count,
      /** Live ones that a list from elsewhere named, and those of them who have a record of their own here. */
      listed: Count,
      matched: Count,
      /** Records kept of a registration elsewhere, and those that say it is handed in. */
      following: Count,
      registered: Count,
    }),
  }),
  refusals: [],
});

/** Announces when and where a stage is held, or announces it anew; every entrant is told. */
export const announceStage = endpoint({
  name: 'announceStage',
  method: 'PUT',
  path: '/staff/contests/:id/stages/:stage',
  who: ['exam-officer', 'publisher', 'administrator'],
  params: z.strictObject({ id: Id, stage: StageCodeSchema }),
  body: z.strictObject({ day: Day, startsAt: z.nullable(Time), place: line(120) }),
  reply: ContestView,
  refusals: ['day-over', 'stage-order-wrong'],
});
