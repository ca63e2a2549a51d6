import { type Migration, nullable, text } from '../platform/db';

/**
 * What must be looked at in an entry by itself stands beside it, so that a list can ask for it; of those entered before,
 * what can be told without opening what is sealed. The rules are asked again before any is accepted with others.
 */
export const entryListColumns: Migration = {
  name: '20261129-012500-entry-list',
  up: async (schema) => {
    await schema.addColumns('contest_entry', { doubts: nullable(text(80)) });
    const parts = [
      ["entrant_group = 'other'", 'group'],
      ["(SELECT c.name FROM candidate c WHERE c.id = contest_entry.id) LIKE '%测试%'", 'trial-name'],
    ].map(([sql, doubt]) => `CASE WHEN ${sql} THEN ',${doubt}' ELSE '' END`);
    const joined = schema.dialect === 'mysql' ? `CONCAT(${parts.join(', ')})` : parts.join(' || ');
    await schema.run(
      `UPDATE contest_entry SET doubts = NULLIF(SUBSTR(${joined}, 2), '') WHERE doubts IS NULL AND listed_on IS NULL`,
    );
  },
};
