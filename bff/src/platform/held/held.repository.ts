import { In } from 'typeorm';
import type { Crypto } from '../crypto';
import { type Handle, updateWhere } from '../db';
import type { Held } from './held.record';

/** So many ids fit into one question on either engine. */
const CHUNK = 500;

export type HeldRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** The rows of these people, oldest first. */
export async function rowsHeld(h: Handle, { record, by }: Held, ids: readonly string[]): Promise<HeldRow[]> {
  const rows: HeldRow[] = [];
  for (let from = 0; from < ids.length; from += CHUNK)
    rows.push(
      ...(await h.repo(record).find({ where: { [by]: In(ids.slice(from, from + CHUNK)) }, order: { id: 'ASC' } })),
    );
  return rows;
}

/** A row as its person may read it: sealed values opened, what is ours alone left out. */
export function openedCopy(crypto: Crypto, { record, ours, sealedAs }: Held, row: HeldRow): Record<string, unknown> {
  const table = record.options.name;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !ours.includes(name))
      .map(([name, value]) => {
        if (!Buffer.isBuffer(value)) return [name, value];
        const opened = crypto.decryptField({ table, column: sealedAs[name] ?? name, row: row.id }, value);
        return [name, record.options.columns[name]?.type === 'json' ? JSON.parse(opened) : opened];
      }),
  );
}

/** Ends the time of the rows of these people; says how many there were. */
export async function eraseHeld(h: Handle, { record, by, over }: Held, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < ids.length; from += CHUNK) {
    const where = { [by]: In(ids.slice(from, from + CHUNK)) };
    if (over === 'row') count += (await h.repo(record).delete(where)).affected ?? 0;
    else count += await updateWhere(h, record, where, { ...over });
  }
  return count;
}
