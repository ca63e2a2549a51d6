import type { Crypto } from '../crypto';
import type { Columns } from './columns';
import type { Dialect, Param } from './handle';
import type { Copy, Reseal, Selection } from './move-rows';
import type { TableKeys } from './record';

/** What a step may use beside the schema. */
export type MigrationPorts = { readonly crypto: Crypto };

/** One step of the schema; never edited once released. `name` is its file name. See migrations/README.md. */
export type Migration = { readonly name: string; up(schema: Schema, ports: MigrationPorts): Promise<void> };

/**
 * What a step may do, on both engines alike. Everything here looks first and may be repeated, for on a server a step
 * that was cut off runs again from its beginning. Spell columns out: the record moves on, the step stays.
 */
export type Schema = {
  readonly dialect: Dialect;

  /** Makes a table with its keys, if absent. */
  table<const C extends Columns>(name: string, columns: C, keys?: TableKeys<keyof C & string>): Promise<void>;
  /** Drops a table, if present; refused while another points at it. */
  dropTable(name: string): Promise<void>;

  /** Adds the columns that are absent. They must be nullable or boolean; fill them, then `changeColumns`. */
  addColumns(table: string, columns: Columns): Promise<void>;
  /** Makes columns as spelled here: type, length, null or not. Values stay. */
  changeColumns(table: string, columns: Columns): Promise<void>;
  /** Drops the columns that are present; refused while a key names one. */
  dropColumns(table: string, columns: readonly string[]): Promise<void>;
  /** Renames a column together with its keys, unless that is done. Sealed values want `reseal` instead. */
  renameColumn(table: string, from: string, to: string): Promise<void>;

  /** Adds the unique keys, indices and foreign keys that are absent. */
  addKeys(table: string, keys: TableKeys<string>): Promise<void>;
  /** Drops the unique keys, indices and foreign keys of these names that are present. */
  dropKeys(table: string, names: readonly string[]): Promise<void>;

  /** Copies rows that the other table does not have yet, in chunks by id. */
  copy(copy: Copy): Promise<void>;
  /** Opens values where they stand and seals them at their new place, where that is still null; in chunks by id. */
  reseal<Target extends string, Beside extends string = never>(reseal: Reseal<Target, Beside>): Promise<void>;
  /**
   * Seals columns where they stand (`sealedJson`, `sealedText`), each to its own place; what is sealed already stays. Widen a
   * text by `changeColumns` first.
   */
  sealInPlace(table: string, properties: readonly string[]): Promise<void>;
  /** Shows selected rows in chunks by id, each chunk with its writes in a transaction; `where` must leave out what is
   *  done already, and every row must have an `id`. */
  eachChunk<R extends { id: string }>(selection: Selection, fn: (rows: R[]) => Promise<void>): Promise<void>;
  /** Rows of a SELECT, raw as in `Handle.query`. */
  rows<R>(sql: string, params?: readonly Param[]): Promise<R[]>;
  /** One INSERT, UPDATE or DELETE that changes nothing when it runs again; says how many rows matched. */
  run(sql: string, params?: readonly Param[]): Promise<number>;
};
