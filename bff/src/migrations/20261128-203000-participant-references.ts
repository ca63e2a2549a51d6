import { type Migration, nullable, ref } from '../platform/db';

/** Whoever sits, holds a ticket or has a mark: known by the application until now, by the participant from now on. */
const TABLES = ['sitting', 'ticket', 'result', 'score_review'] as const;

/** Sittings, tickets, marks and score reviews name their participant, certificates their candidate. */
export const participantReferences: Migration = {
  name: '20261128-203000-participant-references',
  up: async (schema) => {
    for (const table of TABLES) {
      await schema.addColumns(table, { participantId: nullable(ref()) });
      await schema.run(
        `UPDATE ${table} SET participant_id =
           (SELECT MIN(p.id) FROM participant p WHERE p.candidate_id = ${table}.application_id)
         WHERE participant_id IS NULL`,
      );
    }
    await schema.run('UPDATE ticket SET live_key = participant_id WHERE live_key = application_id');
    const liveKey =
      schema.dialect === 'mysql' ? "CONCAT(participant_id, ':', subject)" : "participant_id || ':' || subject";
    await schema.run(`UPDATE score_review SET live_key = ${liveKey} WHERE live_key IS NOT NULL`);
  },
};

/** What named the application goes. */
export const applicationReferencesGone: Migration = {
  name: '20261128-203100-application-references-gone',
  up: async (schema) => {
    for (const table of TABLES) await schema.changeColumns(table, { participantId: ref() });
    await schema.dropKeys('sitting', ['fk_sitting_application', 'uq_sitting_subject']);
    await schema.dropKeys('ticket', ['fk_ticket_application', 'ix_ticket_application']);
    await schema.dropKeys('result', ['fk_result_application', 'uq_result_version']);
    await schema.dropKeys('score_review', ['fk_score_review_application', 'ix_score_review_application']);
    for (const table of TABLES) await schema.dropColumns(table, ['applicationId']);
    await schema.addKeys('sitting', {
      unique: { uq_sitting_subject: ['participantId', 'subject'] },
      foreign: {
        fk_sitting_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
      },
    });
    await schema.addKeys('ticket', {
      index: { ix_ticket_participant: ['participantId'] },
      foreign: { fk_ticket_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' } },
    });
    await schema.addKeys('result', {
      unique: { uq_result_version: ['participantId', 'subject', 'version'] },
      foreign: { fk_result_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' } },
    });
    await schema.addKeys('score_review', {
      index: { ix_score_review_participant: ['participantId'] },
      foreign: {
        fk_score_review_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
      },
    });
    await schema.dropKeys('certificate', ['fk_certificate_application', 'uq_certificate_application']);
    await schema.renameColumn('certificate', 'applicationId', 'candidateId');
    await schema.addKeys('certificate', {
      unique: { uq_certificate_candidate: ['candidateId'] },
      foreign: { fk_certificate_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'RESTRICT' } },
    });
  },
};
