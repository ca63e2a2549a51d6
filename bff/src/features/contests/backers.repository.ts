import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { entryRecord, entryWords } from './contest.record';

/** For whom entrants start and who coaches them. */
export type Backers = { readonly unit: string | null; readonly coach: string | null };

const CHUNK = 400;

/** Unit and coach of these entries, by their id. */
export async function backersOf(
  h: Handle,
  crypto: Pick<Crypto, 'decryptField'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Backers>> {
  const found = new Map<string, Backers>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await h
      .repo(entryRecord)
      .find({ select: { id: true, unit: true, coach: true }, where: { id: In(ids.slice(from, from + CHUNK)) } });
    for (const row of rows) found.set(row.id, { unit: row.unit, coach: entryWords.openIf(crypto, row, 'coach') });
  }
  return found;
}
