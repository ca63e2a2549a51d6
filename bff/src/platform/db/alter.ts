import type { TableColumn } from 'typeorm';
import type { KeyShapes } from './table-shape';

/** What stands in the database now; names as there. */
export type ExistingTable = {
  readonly columns: ReadonlyMap<string, { readonly type: string }>;
  /** Unique keys, indices and foreign keys alike. */
  readonly keys: readonly { readonly name: string; readonly columns: readonly string[] }[];
};

/** Changes of a table that was looked at just before; each as few statements as the engine allows. */
export type Alter = {
  /** Null when there is no such table. */
  look(table: string): Promise<ExistingTable | null>;
  addColumns(table: string, columns: readonly TableColumn[]): Promise<void>;
  changeColumns(table: string, columns: readonly TableColumn[]): Promise<void>;
  dropColumns(table: string, names: readonly string[]): Promise<void>;
  addKeys(table: string, keys: KeyShapes): Promise<void>;
  dropKeys(table: string, names: readonly string[]): Promise<void>;
};
