import type { Acts, Columns, Filters, List, FilterValue } from '@jikaotong/shared/lists';
import type { Crypto } from '../crypto';
import type { Handle, Param } from '../db';
import type { Actor, Context } from '../http';

/** A piece of a WHERE. */
export type Condition = { readonly sql: string; readonly params: readonly Param[] };

/** Where the cells of a column come from: an SQL expression, or one and how to read its raw value. */
export type CellSource = string | { readonly expr: string; readonly read: (raw: unknown) => unknown } | SealedSource;

/** A sealed value: opened for whoever may see the list, found by its blind index, also by the words of a search. */
export type SealedSource = {
  readonly sealed: string;
  /** The row it was sealed in: an expression for its id. */
  readonly row: string;
  readonly place: { readonly table: string; readonly column: string };
  /** How the opened value reads, where it is a code. */
  readonly words?: (value: string) => string;
  /** What holds where the whole value is this one; null for what it cannot be. */
  readonly found?: (crypto: Crypto, value: string) => Condition | null;
};

/** Where a word of a search is looked for; or what it must be for a row to be meant by it (null: it cannot be). */
export type Search =
  { readonly expr: string; readonly least?: number } | { readonly found: (word: string) => Condition | null };

/** Names by their codes. */
export type Names = ReadonlyMap<string, string>;
export type NamesOf = (h: Handle, withinId: string) => Promise<Names>;

/** One row of a frozen choice, as it stood when it was chosen. */
export type Chosen = { readonly id: string; readonly version: number };
/** What an act works with: a transaction of its own, in the name of whoever started it. */
export type ActContext = Context & {
  readonly actor: Actor;
  readonly withinId: string;
  /** The frozen choice that the row is of. */
  readonly selectionId: string;
};
/** Does it to one row, or refuses; answers with the row's version afterwards. */
export type ActOn = (ctx: ActContext, row: Chosen, needs: unknown) => Promise<number>;

/** How a declared list is found in the database. Expressions are ours, never a caller's. */
export type ListSource<C extends Columns = Columns, F extends Filters = Filters, A extends Acts = Acts> = {
  /** The table whose rows are the rows of the list, with its short name: `staff_member m`. */
  readonly table: string;
  /** What stands beside each row, never multiplying it. */
  readonly joins: string;
  /** The index of `table` that each declared sort walks: it begins with `within` and ends in `id`. */
  readonly indexes: Readonly<Record<string, string>>;
  /** The column that holds the body or event. */
  readonly within: string;
  /** What holds for every row of the list, such as that it was handed in. */
  readonly always?: string;
  readonly id: string;
  /** A whole number that changes when an act would have to look again. */
  readonly version: string;
  readonly cells: { readonly [K in keyof C]: CellSource };
  /** For `named` columns: what their codes are called within this body or event, in the order to show them. */
  readonly names?: { readonly [K in keyof C]?: NamesOf };
  /** What a column is sorted by where that is not its cell: a key that stands beside it. */
  readonly sorts?: { readonly [K in keyof C]?: string };
  /** What the words of a search are looked for in where that is not the cell; `least`: only words of so many letters. */
  readonly searches?: { readonly [K in keyof C]?: Search };
  /** For declared sums: the fen a row brings, and the filter that a sum is not narrowed by. */
  readonly sums?: Readonly<Record<string, { readonly expr: string; readonly besides?: keyof F & string }>>;
  /** Filters that are no plain comparison of their column. */
  readonly filters?: { readonly [K in keyof F]?: (wish: FilterValue) => Condition };
  /** For filters on several codes in a cell: what to join so that each code is a row of its own. */
  readonly tallies?: { readonly [K in keyof F]?: { readonly join: string; readonly expr: string } };
  /** The body an event belongs to; for lists within an event. */
  readonly bodyOf?: (h: Handle, eventId: string) => Promise<string | null>;
  /** Refuses `forbidden` where a list is kept from some of those who have its roles. */
  readonly mayRead?: (ctx: { readonly h: Handle; readonly actor: Actor }, withinId: string) => Promise<void>;
  readonly acts: { readonly [K in keyof A]: ActOn };
  /** For acts: who an account is now, with today's rights; a choice may run long after it was made. */
  readonly actorNow?: (h: Handle, accountId: string) => Promise<Actor | null>;
};

/** A declared list and where it stands. */
export type Served = { readonly list: List; readonly source: ListSource };

export const fromOf = ({ table, joins }: Pick<ListSource, 'table' | 'joins'>): string => `${table} ${joins}`;

/** The same, bound to the index of a sort: left alone, both engines now and then prefer another one and sort in a file. */
export function fromBy({ table, joins, indexes }: ListSource, sort: string, dialect: Handle['dialect']): string {
  const index = indexes[sort] ?? '';
  return `${table} ${dialect === 'sqlite' ? `INDEXED BY ${index}` : `FORCE INDEX (${index})`} ${joins}`;
}

/** The SQL of a column's cells. */
export function exprOf(source: ListSource, column: string): string {
  const cell = source.cells[column];
  if (cell === undefined) throw new Error(`no cells for ${column}`);
  if (typeof cell === 'string') return cell;
  return 'expr' in cell ? cell.expr : cell.sealed;
}

/** The SQL that a sort by this column orders by. */
export const sortExprOf = (source: ListSource, column: string): string =>
  source.sorts?.[column] ?? exprOf(source, column);
