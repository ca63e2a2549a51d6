import { randomInt } from 'node:crypto';
import { type Migration, type Schema, instantFrom } from '../platform/db';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCode = () => Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

export const listedRosters: Migration = { name: '20261130-050000-listed-rosters', up: listRosters };

/** Rosters whose people had slips before there were lists get theirs; whom a clerk had sent back is open on it again. */
export async function listRosters(schema: Pick<Schema, 'rows' | 'run'>): Promise<void> {
  const rosters = await schema.rows<{ id: string; listed: unknown }>(
    `SELECT r.roster_id AS id, MIN(r.listed_at) AS listed FROM roster_row r
     WHERE r.listed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster_counter c WHERE c.id = r.roster_id)
     GROUP BY r.roster_id`,
  );
  for (const { id, listed } of rosters)
    await schema.run('INSERT INTO roster_counter (id, code, created_at) VALUES (?, ?, ?)', [
      id,
      newCode(),
      new Date(instantFrom(listed)),
    ]);
  await schema.run(
    `UPDATE counter_slip SET note = NULL WHERE note IS NOT NULL AND confirmed_at IS NULL
     AND candidate_id IN (SELECT id FROM roster_row WHERE listed_at IS NOT NULL)`,
  );
}
