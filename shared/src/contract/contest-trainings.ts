import * as z from 'zod/mini';
import { NewsReach } from './reach';
import { StageCodeSchema } from '../notice';
import { CONTEST_STAFF } from './contests';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Done, Id, IdParams, Instant, Time, line, prose } from './fields';
import { sheetEndpoints } from './sheet-imports';

/** Who sets a training before a contest and says who came; whoever works on the competition sees it. */
const TRAINERS = ['exam-officer', 'administrator'] as const;

/** Whether somebody came to a training: `open` while nobody has said so. */
export const TRAINING_ATTENDANCES = ['open', 'came', 'absent'] as const;
export type TrainingAttendance = (typeof TRAINING_ATTENDANCES)[number];

const when = { day: Day, startsAt: Time, endsAt: z.nullable(Time), place: line(120), note: z.nullable(prose(200)) };
const endsLater = z.refine<{ startsAt: string; endsAt: string | null }>(
  ({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt,
);

/** A training before a stage, voluntary: when and where, and why it does not take place. */
const TrainingView = z.object({
  id: Id,
  version: Count,
  stage: StageCodeSchema,
  stageName: z.string(),
  ...when,
  note: z.nullable(z.string()),
  cancelled: z.nullable(z.object({ at: Instant, reason: z.string() })),
});
export type TrainingView = z.output<typeof TrainingView>;

/** How many want it and may come, and of all who may come, how many came and did not. */
const Counts = z.object({ wished: Count, came: Count, absent: Count });

/** All trainings of a competition; `stages`: before which one can be set, for somebody is in them, and who would hear. */
export const listTrainings = endpoint({
  name: 'listTrainings',
  method: 'GET',
  path: '/staff/contests/:id/trainings',
  who: CONTEST_STAFF,
  params: IdParams,
  reply: z.object({
    bodyId: Id,
    title: z.string(),
    stages: z.array(z.object({ code: StageCodeSchema, name: z.string(), wished: Count, reach: NewsReach })),
    items: z.array(z.object({ ...TrainingView.shape, counts: Counts })),
  }),
  refusals: [],
});

/** Sets a training before a stage; whoever wants it is told, and reminded on the day before. */
export const setTraining = endpoint({
  name: 'setTraining',
  method: 'POST',
  path: '/staff/contests/:id/trainings',
  who: TRAINERS,
  params: IdParams,
  body: z.strictObject({ stage: StageCodeSchema, ...when }).check(endsLater),
  reply: z.object({ id: Id }),
  refusals: ['day-over', 'wrong-state'],
});

export const getTraining = endpoint({
  name: 'getTraining',
  method: 'GET',
  path: '/staff/trainings/:id',
  who: CONTEST_STAFF,
  params: IdParams,
  reply: z.object({
    ...TrainingView.shape,
    bodyId: Id,
    noticeId: z.string(),
    title: z.string(),
    counts: Counts,
    /** How those who want it hear of a change. */
    reach: NewsReach,
  }),
  refusals: [],
});

/** Another day, hour or place; everybody who wants it is told anew. */
export const changeTraining = endpoint({
  name: 'changeTraining',
  method: 'PUT',
  path: '/staff/trainings/:id',
  who: TRAINERS,
  params: IdParams,
  body: z.strictObject({ version: Count, ...when }).check(endsLater),
  reply: Done,
  refusals: ['day-over', 'wrong-state', 'changed-meanwhile', 'nothing-changed'],
});

/** It does not take place; everybody who wants it is told why. */
export const cancelTraining = endpoint({
  name: 'cancelTraining',
  method: 'PUT',
  path: '/staff/trainings/:id/cancellation',
  who: TRAINERS,
  params: IdParams,
  body: z.strictObject({ version: Count, reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

/** Says of one entrant whether they came, from the day of the training on; `version` as the list shows it. */
export const noteTrained = endpoint({
  name: 'noteTrained',
  method: 'PUT',
  path: '/staff/trainings/:id/attendance',
  who: TRAINERS,
  params: IdParams,
  body: z.strictObject({ entryId: Id, state: z.enum(TRAINING_ATTENDANCES), version: Count }),
  reply: Done,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

/** A sheet with everybody who wants the training, to be filled in with who came. */
export const downloadTrainingTemplate = endpoint({
  name: 'downloadTrainingTemplate',
  method: 'GET',
  path: '/staff/trainings/:id/attendance-template.xlsx',
  who: TRAINERS,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

/** Who came, by a sheet with names. */
export const trainingSheet = sheetEndpoints({
  name: 'Training',
  path: '/staff/trainings/:id/attendance',
  who: TRAINERS,
  refusals: ['wrong-state'],
});

const OwnTraining = z.object({
  /** Whether one takes part in this competition and so can say what one wants. */
  entered: z.boolean(),
  wanted: z.boolean(),
  /** Of stages that one is in, the next first; whoever does not want any sees them too. */
  items: z.array(
    z.object({
      ...z.omit(TrainingView, { id: true, version: true }).shape,
      /** What staff noted of oneself. */
      attendance: z.enum(TRAINING_ATTENDANCES),
    }),
  ),
});
export type OwnTraining = z.output<typeof OwnTraining>;

/** The trainings of a competition as one who takes part sees them. */
export const getOwnTraining = endpoint({
  name: 'getOwnTraining',
  method: 'GET',
  path: '/contests/:id/own-training',
  who: 'signed-in',
  params: IdParams,
  reply: OwnTraining,
  refusals: [],
});

/** Says whether one wants the training; whoever stays away from it takes part all the same. */
export const wishTraining = endpoint({
  name: 'wishTraining',
  method: 'PUT',
  path: '/contests/:id/own-training',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ wanted: z.boolean() }),
  reply: OwnTraining,
  refusals: [],
});
