import { type Handle, placeholders } from '../../platform/db';
import type { Whose } from '../../platform/held';

/** So many ids fit into one question on either engine. */
const CHUNK = 500;

/** The ids under which the rows of these enrolments stand. */
export async function idsOfEnrolments(
  h: Handle,
  candidateIds: readonly string[],
): Promise<Readonly<Record<Exclude<Whose, 'account'>, string[]>>> {
  const participant = await idsBy(
    h,
    candidateIds,
    (some) => `SELECT id FROM participant WHERE candidate_id IN (${some})`,
  );
  return {
    candidate: [...candidateIds],
    participant,
    person: await idsBy(
      h,
      candidateIds,
      (some) => `SELECT DISTINCT person_id AS id FROM candidate WHERE person_id IS NOT NULL AND id IN (${some})`,
    ),
    order: await idsBy(
      h,
      candidateIds,
      (some) => `SELECT DISTINCT order_id AS id FROM pay_order_line WHERE candidate_id IN (${some})`,
    ),
    'score-review': await idsBy(
      h,
      participant,
      (some) => `SELECT id FROM score_review WHERE participant_id IN (${some})`,
    ),
  };
}

/** All enrolments of an account, oldest first. */
export async function candidateIdsOf(h: Handle, accountId: string): Promise<string[]> {
  const rows = await h.query<{ id: string }>('SELECT id FROM candidate WHERE account_id = ? ORDER BY id', [accountId]);
  return rows.map(({ id }) => id);
}

async function idsBy(h: Handle, ids: readonly string[], sql: (some: string) => string): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    found.push(...(await h.query<{ id: string }>(sql(placeholders(some)), some)).map(({ id }) => id));
  }
  return [...new Set(found)];
}
