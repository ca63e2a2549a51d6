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
