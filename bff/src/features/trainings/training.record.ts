import type { TrainingAttendance } from '@jikaotong/shared/contract';
import type { StageCode } from '@jikaotong/shared/notice';
import { type Row, day, id, instant, int, nullable, record, ref, text, word } from '../../platform/db';

/** A training before a stage, whose event's people may come; changed at its version. */
export const trainingRecord = record(
  'contest_training',
  {
    id: id(),
    bodyId: ref(),
    noticeId: text(64),
    stage: word<StageCode>(),
    eventId: ref(),
    version: int(),
    day: day(),
    startsAt: text(5),
    endsAt: nullable(text(5)),
    place: text(120),
    note: nullable(text(200)),
    setAt: instant(),
    setBy: ref(),
    cancelledAt: nullable(instant()),
    cancelReason: nullable(text(200)),
  },
  {
    index: { ix_contest_training_notice: ['noticeId', 'id'], ix_contest_training_body: ['bodyId', 'id'] },
    foreign: { fk_contest_training_event: { column: 'eventId', references: 'event', onDelete: 'CASCADE' } },
  },
);
export type Training = Row<typeof trainingRecord>;

/** Whether somebody came to a training; `open` again where it was noted by mistake. */
export const attendanceRecord = record(
  'training_attendance',
  {
    id: id(),
    trainingId: ref(),
    candidateId: ref(),
    state: word<TrainingAttendance>(),
    version: int(),
    notedAt: instant(),
    notedBy: ref(),
  },
  {
    unique: { uq_training_attendance: ['trainingId', 'candidateId'] },
    index: { ix_training_attendance_candidate: ['candidateId'] },
    foreign: {
      fk_training_attendance_training: { column: 'trainingId', references: 'contest_training', onDelete: 'CASCADE' },
      fk_training_attendance_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
    },
  },
);
export type Attendance = Row<typeof attendanceRecord>;
