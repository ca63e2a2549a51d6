import type { Crypto, Place } from './crypto';

type Sealing = Pick<Crypto, 'encryptField'>;
type Opening = Pick<Crypto, 'decryptField'>;

/** Words that people write about the rows of a table, each sealed in its column. */
export function wordsIn<Column extends string>(table: string) {
  const seal = (crypto: Sealing, row: string, column: Column, said: string): Buffer =>
    crypto.encryptField({ table, column, row }, said);
  const open = (crypto: Opening, place: Omit<Place, 'table'>, sealed: Buffer) =>
    crypto.decryptField({ table, ...place }, sealed);
  return {
    seal,
    /** Null where nothing is written. */
    sealIf: (crypto: Sealing, row: string, column: Column, said: string | null): Buffer | null =>
      said === null ? null : seal(crypto, row, column, said),
    open: <C extends Column>(crypto: Opening, row: WithWords<C, Buffer>, column: C): string =>
      open(crypto, { column, row: row.id }, row[column]),
    /** Null where nothing was written. */
    openIf: <C extends Column>(crypto: Opening, row: WithWords<C, Buffer | null>, column: C): string | null => {
      const sealed = row[column];
      return sealed === null ? null : open(crypto, { column, row: row.id }, sealed);
    },
  };
}

type WithWords<C extends string, S> = { readonly id: string } & { readonly [K in C]: S };
