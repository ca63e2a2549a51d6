import { type Migration, nullable, text } from '../platform/db';

/**
 * What must be looked at in an application by itself stands beside it, so that a list can ask for it; of those handed in
 * before, whatever any condition left to staff. And the order of the review list, by submission and by name.
 */
export const reviewList: Migration = {
  name: '20261128-223000-review-list',
  up: async (schema) => {
    await schema.addColumns('application', { doubts: nullable(text(80)) });
    const parts = [
      ["assessment LIKE '%needs-review%'", 'condition'],
      ["changed_fields <> '[]'", 'mended'],
      ["(SELECT c.name FROM candidate c WHERE c.id = application.id) LIKE '%测试%'", 'trial-name'],
    ].map(([sql, doubt]) => `CASE WHEN ${sql} THEN ',${doubt}' ELSE '' END`);
    const joined = schema.dialect === 'mysql' ? `CONCAT(${parts.join(', ')})` : parts.join(' || ');
    await schema.run(`UPDATE application SET doubts = NULLIF(SUBSTR(${joined}, 2), '') WHERE doubts IS NULL`);
    await schema.addKeys('participant', {
      index: {
        ix_participant_handed_in: ['eventId', 'submittedAt', 'candidateId'],
        ix_participant_called: ['eventId', 'name', 'candidateId'],
      },
    });
  },
};
