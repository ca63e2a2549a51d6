import type { SeatNeed } from '@jikaotong/shared/contract';
import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, findRow, insert, updateWhere } from '../../platform/db';
import { type StoredNeed, seatNeedRecord } from './seat-need.record';

const placeOf = (row: string) => ({ table: 'seat_need', column: 'need', row });

/** What a candidate needs, by candidate; who told nothing is not there. For planners and the candidate alone. */
export async function seatNeedsOf(
  h: Handle,
  crypto: Crypto,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (candidateIds.length === 0) return new Map();
  const rows = await h.repo(seatNeedRecord).findBy({ id: In([...candidateIds]) });
  return new Map(rows.map((row) => [row.id, openNeed(crypto, row)]));
}

const openNeed = (crypto: Crypto, { id, need }: StoredNeed): string => crypto.decryptField(placeOf(id), need);

export async function findSeatNeed(h: Handle, crypto: Crypto, candidateId: string): Promise<SeatNeed> {
  const row = await findRow(h, seatNeedRecord, { id: candidateId });
  return row ? { needed: true, note: openNeed(crypto, row) || null } : { needed: false, note: null };
}

/** Writes what was told; nothing needed leaves nothing behind. */
export async function writeSeatNeed(
  h: Handle,
  crypto: Crypto,
  told: { readonly candidateId: string; readonly needed: boolean; readonly note: string; readonly nowMs: number },
): Promise<void> {
  const { candidateId: id, needed, note, nowMs: toldAt } = told;
  if (!needed) {
    await h.repo(seatNeedRecord).delete({ id });
    return;
  }
  const need = crypto.encryptField(placeOf(id), note);
  if ((await updateWhere(h, seatNeedRecord, { id }, { need, toldAt })) === 0)
    await insert(h, seatNeedRecord, { id, need, toldAt });
}
