import type { Table, TableColumn } from 'typeorm';
import type { KeyShapes } from './table-shape';

/** Changes of a table that was looked at just before; each as few statements as the engine allows. */
export type Alter = {
  /** A table as it stands, or null. */
  load(name: string): Promise<Table | null>;
  addColumns(table: Table, columns: readonly TableColumn[]): Promise<void>;
  changeColumns(table: Table, columns: readonly TableColumn[]): Promise<void>;
  dropColumns(table: Table, names: readonly string[]): Promise<void>;
  addKeys(table: Table, keys: KeyShapes): Promise<void>;
  dropKeys(table: Table, names: readonly string[]): Promise<void>;
};
