import type { Migration } from '../platform/db';

/** Indexes along which the lists of marks, score reviews and certificates are read; they end in the row's id. */
export const resultLists: Migration = {
  name: '20261128-223200-result-lists',
  up: async (schema) => {
    await schema.addKeys('ticket', { index: { ix_ticket_list: ['sessionId', 'number', 'id'] } });
    await schema.addKeys('score_review', { index: { ix_score_review_asked: ['sessionId', 'askedAt', 'id'] } });
    await schema.addKeys('certificate', { index: { ix_certificate_list: ['sessionId', 'number', 'id'] } });
    await schema.dropKeys('ticket', ['ix_ticket_session']);
    await schema.dropKeys('certificate', ['ix_certificate_session']);
  },
};
