import type { Migration } from '../platform/db';

/** One seat and one current mark a subject and participant, one certificate a candidate. */
export const participantKeys: Migration = {
  name: '20261128-203200-participant-keys',
  up: async (schema) => {
    const ofParticipant = { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' } as const;
    await schema.addKeys('sitting', {
      unique: { uq_sitting_subject: ['participantId', 'subject'] },
      foreign: { fk_sitting_participant: ofParticipant },
    });
    await schema.addKeys('ticket', {
      index: { ix_ticket_participant: ['participantId'] },
      foreign: { fk_ticket_participant: ofParticipant },
    });
    await schema.addKeys('result', {
      unique: { uq_result_version: ['participantId', 'subject', 'version'] },
      foreign: { fk_result_participant: ofParticipant },
    });
    await schema.addKeys('score_review', {
      index: { ix_score_review_participant: ['participantId'] },
      foreign: { fk_score_review_participant: ofParticipant },
    });
    await schema.addKeys('certificate', {
      unique: { uq_certificate_candidate: ['candidateId'] },
      foreign: { fk_certificate_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'RESTRICT' } },
    });
  },
};
