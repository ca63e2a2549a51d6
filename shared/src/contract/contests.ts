import * as z from 'zod/mini';
import { NewsReach } from './reach';
import { StageCodeSchema } from '../notice';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, Done, Id, IdParams, Time, line, prose } from './fields';

/** What a stage consists of beside its beginning, each at its own hour and place. */
export const STAGE_HOURS = ['opening', 'theory', 'skill', 'closing'] as const;
const StageHours = z
  .strictObject({
    kind: z.enum(STAGE_HOURS),
    day: Day,
    startsAt: Time,
    endsAt: z.nullable(Time),
    place: line(120),
  })
  .check(z.refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt));
export type StageHours = z.output<typeof StageHours>;

/** A stage as printed, and as announced once it is; `plan`: where there is more than one hour or place. */
export const StageView = z.object({
  code: StageCodeSchema,
  name: z.string(),
  printed: z.nullable(z.string()),
  announced: z.nullable(
    z.object({ day: Day, startsAt: z.nullable(Time), place: z.string(), plan: z.optional(z.array(StageHours)) }),
  ),
  /** It is not held, and why; absent: it is, as far as anybody knows. */
  cancelled: z.optional(z.object({ on: Day, reason: z.string() })),
  /** When its ranks were last published; absent: they are not. */
  rankedOn: z.optional(Day),
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
    /** Where the papers of each stage are filed before it, and the receipt; null: the notice prints nothing of it. */
    filing: z.nullable(
      z.object({
        to: z.string(),
        source: ClauseView,
        stages: z.array(
          z.object({
            stage: StageCodeSchema,
            /** The day before it begins; null while that is not announced. `overdue`: over, and nothing is noted. */
            dueOn: z.nullable(Day),
            overdue: z.boolean(),
            filed: z.nullable(
              z.object({
                on: Day,
                receipt: z.string(),
                by: z.string(),
                /** The receipt itself, where it was uploaded. */
                file: z.nullable(z.object({ url: z.string(), type: z.string() })),
              }),
            ),
          }),
        ),
      }),
    ),
    /** How whoever may take part in each stage hears of it when it is announced now. */
    told: z.array(z.object({ stage: StageCodeSchema, ...NewsReach.shape })),
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

/**
 * Announces when and where a stage is held, or announces it anew; every entrant is told. On another day than before, drawn heats go
 * along by as many days, seats, tickets and duties hold no more, and `wrong-state` is refused once anybody was judged, marked or absent.
 */
export const announceStage = endpoint({
  name: 'announceStage',
  method: 'PUT',
  path: '/staff/contests/:id/stages/:stage',
  who: ['exam-officer', 'publisher', 'administrator'],
  params: z.strictObject({ id: Id, stage: StageCodeSchema }),
  body: z
    .strictObject({
      day: Day,
      startsAt: z.nullable(Time),
      place: line(120),
      plan: z.optional(z.array(StageHours).check(z.maxLength(20))),
    })
    // the day is the first one
    .check(z.refine(({ day, plan = [] }) => plan.every((hours) => hours.day >= day))),
  reply: ContestView,
  refusals: ['day-over', 'stage-order-wrong', 'wrong-state'],
});

/**
 * What was given out for a stage and holds no more once it is held on other days: seats, tickets, duties at its rooms; `voided`: who held
 * a ticket before and holds none now. Of a drawn stage the heats go along: how many hold a place, and the day of the first one.
 */
export const getStageHoldings = endpoint({
  name: 'getStageHoldings',
  method: 'GET',
  path: '/staff/contests/:id/stages/:stage/holdings',
  who: ['exam-officer', 'publisher', 'score-officer', 'administrator'],
  params: z.strictObject({ id: Id, stage: StageCodeSchema }),
  reply: z.object({
    seated: Count,
    tickets: Count,
    voided: Count,
    duties: Count,
    drawn: Count,
    firstHeat: z.nullable(Day),
  }),
  refusals: [],
});

/**
 * A stage is not held, nor are those after it; whoever could take part is told with the reason, seats and tickets are taken back.
 * Refuses `wrong-state` once it is cancelled, or where somebody came to it or was marked, also by a judge whose marks are not locked.
 */
export const cancelStage = endpoint({
  name: 'cancelStage',
  method: 'PUT',
  path: '/staff/contests/:id/stages/:stage/cancellation',
  who: ['exam-officer', 'publisher', 'administrator'],
  params: z.strictObject({ id: Id, stage: StageCodeSchema }),
  body: z.strictObject({ reason: prose(200) }),
  reply: ContestView,
  refusals: ['wrong-state'],
});

/**
 * Notes that the papers of a stage were filed where the notice says, with the receipt: its number or words, a file that the
 * caller uploaded (`document`), or both; noted anew, the last counts.
 */
export const fileStagePapers = endpoint({
  name: 'fileStagePapers',
  method: 'PUT',
  path: '/staff/contests/:id/stages/:stage/filing',
  who: ['exam-officer', 'administrator'],
  params: z.strictObject({ id: Id, stage: StageCodeSchema }),
  body: z
    .strictObject({ on: Day, receipt: z.nullable(line(120)), fileId: z.optional(z.nullable(Id)) })
    .check(z.refine(({ receipt, fileId = null }) => receipt !== null || fileId !== null)),
  reply: Done,
  refusals: ['wrong-state', 'file-refused'],
});
