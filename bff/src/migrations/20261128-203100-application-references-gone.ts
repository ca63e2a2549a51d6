import { type Migration, ref } from '../platform/db';

const TABLES = ['sitting', 'ticket', 'result', 'score_review'] as const;

/** What named the application goes; the keys come anew in a step of their own, or a second run would drop them. */
export const applicationReferencesGone: Migration = {
  name: '20261128-203100-application-references-gone',
  up: async (schema) => {
    for (const table of TABLES) await schema.changeColumns(table, { participantId: ref() });
    await schema.dropKeys('sitting', ['fk_sitting_application', 'uq_sitting_subject']);
    await schema.dropKeys('ticket', ['fk_ticket_application', 'ix_ticket_application']);
    await schema.dropKeys('result', ['fk_result_application', 'uq_result_version']);
    await schema.dropKeys('score_review', ['fk_score_review_application', 'ix_score_review_application']);
    for (const table of TABLES) await schema.dropColumns(table, ['applicationId']);
    await schema.dropKeys('certificate', ['fk_certificate_application', 'uq_certificate_application']);
    await schema.renameColumn('certificate', 'applicationId', 'candidateId');
  },
};
