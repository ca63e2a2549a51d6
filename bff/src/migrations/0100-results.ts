import { type Migration, id, instant, int, nullable, ref, score, text, word } from '../platform/db';

/** Marks, append-only, and score reviews with their dated steps. */
export const resultTables: Migration = {
  name: '0100-results',
  up: async (schema) => {
    await schema.table(
      'result',
      {
        id: id(),
        sessionId: ref(),
        applicationId: ref(),
        subject: word(),
        version: int(),
        score: nullable(score()),
        reviewId: nullable(ref()),
        recordedBy: ref(),
        recordedAt: instant(),
      },
      {
        unique: { uq_result_version: ['applicationId', 'subject', 'version'] },
        index: { ix_result_session: ['sessionId', 'version'] },
        foreign: {
          fk_result_application: { column: 'applicationId', references: 'application', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'score_review',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        applicationId: ref(),
        subject: word(),
        state: word(),
        liveKey: nullable(text(60)),
        askedAt: instant(),
      },
      {
        unique: { uq_score_review_live: ['liveKey'] },
        index: {
          ix_score_review_session: ['sessionId', 'state'],
          ix_score_review_application: ['applicationId'],
        },
        foreign: {
          fk_score_review_application: { column: 'applicationId', references: 'application', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'score_review_step',
      { id: id(), reviewId: ref(), code: word(), reason: text(400), byAccountId: ref(), at: instant() },
      {
        index: { ix_score_review_step: ['reviewId', 'id'] },
        foreign: { fk_score_review_step: { column: 'reviewId', references: 'score_review', onDelete: 'CASCADE' } },
      },
    );
  },
};
