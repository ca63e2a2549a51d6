import { type Handle, type Row, insert, instant, isDuplicate, key, record, ref, text, updateWhere, word } from '../db';
import { refuse } from './refusal';

/** An effect by the key its caller chose: inserted first in the effect's own transaction; keeps no body, no reply. */
export const idempotencyRecord = record(
  'idempotency_key',
  {
    key: key(64),
    accountId: ref(),
    /** sha256 over method, path and body. */
    requestHash: text(64),
    resultId: text(64),
    state: word<'handled' | 'finished'>(),
    at: instant(),
  },
  { index: { ix_idempotency_key_at: ['at'] } },
);

export type KeyRow = Row<typeof idempotencyRecord>;
export type IdempotencyKey = Pick<KeyRow, 'key' | 'accountId' | 'requestHash'>;

/** The key's row, if this very request was handled before; refuses a key that was used for something else. */
export async function findHandled(h: Handle, keyed: IdempotencyKey): Promise<KeyRow | null> {
  const row = await h.repo(idempotencyRecord).findOneBy({ key: keyed.key });
  if (row && (row.accountId !== keyed.accountId || row.requestHash !== keyed.requestHash))
    refuse('idempotency-key-reused');
  return row;
}

/** Takes the key; false when another request holds it (then this transaction must end without effect). */
export async function takeKey(h: Handle, keyed: IdempotencyKey, wallMs: number): Promise<boolean> {
  try {
    await insert(h, idempotencyRecord, { ...keyed, resultId: '', state: 'handled', at: wallMs });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Notes the result; `finished` once nothing is left to do outside. */
export async function noteResult(
  h: Handle,
  { key }: IdempotencyKey,
  resultId: string,
  state: KeyRow['state'],
): Promise<void> {
  await updateWhere(h, idempotencyRecord, { key }, { resultId, state });
}

/** Forgets keys older than a week of the wall clock: no client tries again after that. */
export const forgetOldKeys = (h: Handle, wallMs: number): Promise<number> =>
  h.run('DELETE FROM idempotency_key WHERE at < ?', [new Date(wallMs - 7 * 86_400_000)]);
