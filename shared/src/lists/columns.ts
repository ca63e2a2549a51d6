import * as z from 'zod/mini';
import { Day, FenAmount, Instant, SPECIAL_MARKS } from '../contract';
import { PASS_SCORE, parseScore } from '../kernel';

/** What a column holds: how a cell travels, is filtered, sorted, drawn and written into a sheet follows from it. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'day'
  | 'instant'
  | 'fen'
  | 'mark'
  | 'code'
  | 'codes'
  | 'named'
  | 'flag'
  | 'data'
  | 'sealed'
  | 'picture';

/** One column; `S` is how a cell travels. */
export type Column<K extends ColumnKind = ColumnKind, S extends z.ZodMiniType = z.ZodMiniType> = {
  readonly kind: K;
  readonly cell: S;
  /** The words a `code`, `codes` column may hold. */
  readonly codes?: readonly string[];
  /** Tells about a person: masked in a sheet unless a reason is given; a sealed cell is masked on screen as well. */
  readonly personal?: Mask;
  /** The least width at a desk, in letters, where cells that are cut would look alike. */
  readonly letters?: number;
  /** So many last letters tell one cell from another: at a desk what stands before them is cut instead. */
  readonly ending?: number;
};
/** How a personal value is shortened: 王*明, 1101**********1234, 138****1234, and nothing of it but that it is there. */
export type Mask = 'name' | 'number' | 'phone' | 'whole';

export type Columns = Readonly<Record<string, Column>>;

/** A row as it travels. `version` is what an act on it depends upon. */
export type Row<C extends Columns> = { id: string; version: number } & { [K in keyof C]: z.output<C[K]['cell']> };

export const text = () => column('text', z.string());
export const number = () => column('number', z.number());
/** A calendar day, `YYYY-MM-DD`. */
export const day = () => column('day', Day);
/** Milliseconds since the epoch. */
export const instant = () => column('instant', Instant);
export const fen = () => column('fen', FenAmount);
/** Points such as `86.5`, `absent`, or `unmarked`; filtered as a set of what they mean. */
export const mark = () => ({ ...column('mark', z.string()), codes: MARK_MEANINGS });
export const MARK_MEANINGS = ['passed', 'failed', 'absent', ...SPECIAL_MARKS, 'unmarked'] as const;
/** What a mark's cell means: points pass from 60 on. */
export function markMeaning(cell: string): (typeof MARK_MEANINGS)[number] {
  const score = parseScore(cell);
  if (score.ok) return score.value >= PASS_SCORE ? 'passed' : 'failed';
  return MARK_MEANINGS.find((meaning) => meaning === cell) ?? 'unmarked';
}
/** A code that only the data can name, such as a room's id: a cell travels as its name, a filter as codes. */
export const named = () => column('named', z.string());
/** An offering's name, which its level ends: `一级/高级技师` at the longest. */
export const offering = () => ({ ...named(), ending: 7 });
/** One of a closed set of codes, such as a state. */
export const code = <const C extends string>(codes: readonly C[]) => ({ ...column('code', z.enum(codes)), codes });
/** One of a set that grows while old rows stay for ever, such as the events of the audit. */
export const openCode = (codes: readonly string[]) => ({ ...column('code', z.string()), codes });
/** Several codes in one cell, in the order of the set. */
export const codes = <const C extends string>(codes: readonly C[]) => ({
  ...column('codes', z.array(z.enum(codes))),
  codes,
});
/** Yes or no; filtered as a set of `yes`, `no`. */
export const flag = () => ({ ...column('flag', z.boolean()), codes: ['yes', 'no'] });
/** Named values that only words can show. */
export const data = () => column('data', z.record(z.string(), z.unknown()));
/** A value that stands encrypted: found by equality only, never sorted, masked on the way out. */
export const sealed = (personal: Mask) => ({ ...nullable(column('sealed', z.string())), personal });

/** A stored picture: on screen a link for a few minutes, in a sheet nothing. */
export const picture = () => nullable(column('picture', z.string()));

/** The same column, where a cell may be empty; sorted by a key of its source's alone. */
export const nullable = <K extends ColumnKind, S extends z.ZodMiniType>(
  given: Column<K, S>,
): Column<K, z.ZodMiniNullable<S>> => ({ ...given, cell: z.nullable(given.cell) });

/** The same column, holding what tells about a person. */
export const personal = <C extends Column>(mask: Mask, given: C): C => ({ ...given, personal: mask });

/** Those of a table of columns that there are. */
export function given<const T extends Readonly<Record<string, Column | null>>>(table: T): Given<T>;
export function given(table: Readonly<Record<string, Column | null>>): Readonly<Record<string, Column | null>> {
  return Object.fromEntries(Object.entries(table).filter(([, column]) => column !== null));
}
type Given<T> = { [K in keyof T as T[K] extends null ? never : K]: Exclude<T[K], null> };

const column = <K extends ColumnKind, S extends z.ZodMiniType>(kind: K, cell: S): Column<K, S> => ({ kind, cell });
