import { type DoubtedWord, doubtedKey } from '@jikaotong/shared/rules/eligibility';
import { IsNull, Not } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import { type StoredRuling, rulingRecord } from './ruling.record';

/** A decision in the clear. */
export type OpenRuling = Omit<StoredRuling, 'word' | 'reason'> & { readonly word: string; readonly reason: string };

type Made = Omit<OpenRuling, 'id' | 'wordIndex' | 'liveKey' | 'takenBackAt' | 'takenBackBy'>;

/** Writes it; the database refuses a second that holds about the same word (`uq_ruling_live`). */
export async function insertRuling(h: Handle, crypto: Crypto, made: Made): Promise<string> {
  const id = newId();
  const wordIndex = wordIndexOf(crypto, made);
  await insert(h, rulingRecord, {
    ...made,
    id,
    wordIndex,
    word: crypto.encryptField(placeOf(id, 'word'), made.word),
    reason: crypto.encryptField(placeOf(id, 'reason'), made.reason),
    liveKey: `${made.eventId}:${made.offeringCode}:${wordIndex}`,
    takenBackAt: null,
    takenBackBy: null,
  });
  return id;
}

/** One word has one index, however it is written. */
export const wordIndexOf = (crypto: Crypto, word: DoubtedWord): string =>
  crypto.blindIndex('doubted-word', doubtedKey(word));

/** Those of a session that hold. */
export const rulingsIn = async (h: Handle, crypto: Crypto, eventId: string): Promise<OpenRuling[]> =>
  opened(crypto, await h.repo(rulingRecord).find({ where: { eventId, liveKey: Not(IsNull()) }, order: { id: 'ASC' } }));

/** Those of one offering of a session that hold. */
export const rulingsFor = async (
  h: Handle,
  crypto: Crypto,
  of: { readonly eventId: string; readonly offeringCode: string },
): Promise<OpenRuling[]> =>
  (await rulingsIn(h, crypto, of.eventId)).filter(({ offeringCode }) => offeringCode === of.offeringCode);

/** Those that held last under a notice in other sessions, the newest first. */
export const rulingsBefore = async (
  h: Handle,
  crypto: Crypto,
  of: Pick<StoredRuling, 'bodyId' | 'noticeId' | 'eventId'>,
): Promise<OpenRuling[]> =>
  opened(
    crypto,
    await h.repo(rulingRecord).find({
      where: { bodyId: of.bodyId, noticeId: of.noticeId, eventId: Not(of.eventId), liveKey: Not(IsNull()) },
      order: { id: 'DESC' },
      take: 500,
    }),
  );

export async function findRuling(h: Handle, crypto: Crypto, id: string): Promise<OpenRuling | null> {
  const row = await h.repo(rulingRecord).findOneBy({ id });
  return (row && opened(crypto, [row])[0]) ?? null;
}

/** Ends one that holds; false when it does not any more. */
export const endRuling = async (
  h: Handle,
  id: string,
  by: { readonly accountId: string; readonly nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    rulingRecord,
    { id, liveKey: Not(IsNull()) },
    { liveKey: null, takenBackAt: by.nowMs, takenBackBy: by.accountId },
  )) === 1;

const opened = (crypto: Crypto, rows: readonly StoredRuling[]): OpenRuling[] =>
  rows.map((row) => ({
    ...row,
    word: crypto.decryptField(placeOf(row.id, 'word'), row.word),
    reason: crypto.decryptField(placeOf(row.id, 'reason'), row.reason),
  }));

const placeOf = (row: string, column: 'word' | 'reason') => ({ table: 'ruling', column, row });
