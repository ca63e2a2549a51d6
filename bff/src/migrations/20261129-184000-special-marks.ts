import { type Migration, day, id, instant, nullable, ref, word } from '../platform/db';

/** Marks that are words, who confirmed a mark, results held while something is looked into, until when a review is decided. */
export const specialMarks: Migration = {
  name: '20261129-184000-special-marks',
  up: async (schema) => {
    await schema.addColumns('result', {
      special: nullable(word()),
      confirmedBy: nullable(ref()),
      confirmedAt: nullable(instant()),
    });
    await schema.addColumns('score_review', { dueOn: nullable(day()) });
    await schema.addColumns('body', { publicityShows: nullable(word()) });
    await schema.table(
      'result_hold',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        participantId: ref(),
        cause: word(),
        liveKey: nullable(ref()),
        heldAt: instant(),
        heldBy: ref(),
        releasedAt: nullable(instant()),
      },
      {
        unique: { uq_result_hold_live: ['liveKey'] },
        index: { ix_result_hold_session: ['sessionId', 'releasedAt'], ix_result_hold_of: ['participantId'] },
        foreign: {
          fk_result_hold_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
        },
      },
    );
  },
};
