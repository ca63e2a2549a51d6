import { type Migration, day, id, instant, int, nullable, ref, text, word } from '../platform/db';

/** Trainings before the stages of a competition, and who came. */
export const contestTrainings: Migration = {
  name: '20261130-155500-contest-trainings',
  up: async (schema) => {
    await schema.table(
      'contest_training',
      {
        id: id(),
        bodyId: ref(),
        noticeId: text(64),
        stage: word(),
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
    await schema.table(
      'training_attendance',
      {
        id: id(),
        trainingId: ref(),
        candidateId: ref(),
        state: word(),
        version: int(),
        notedAt: instant(),
        notedBy: ref(),
      },
      {
        unique: { uq_training_attendance: ['trainingId', 'candidateId'] },
        index: { ix_training_attendance_candidate: ['candidateId'] },
        foreign: {
          fk_training_attendance_training: {
            column: 'trainingId',
            references: 'contest_training',
            onDelete: 'CASCADE',
          },
          fk_training_attendance_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
