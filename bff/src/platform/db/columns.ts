import { type Fen, type LocalDate, type Score, fen, isScore, localDate } from '@jikaotong/shared/kernel';
import type { ValueTransformer } from 'typeorm';
import type { Sealed } from '../crypto';

/** A portable column: the same words describe it to a record and to a migration. */
export type Column<T> = {
  readonly type: 'varchar' | 'integer' | 'bigint' | 'boolean' | 'json' | 'datetime' | 'date' | 'blob';
  readonly length?: number;
  readonly precision?: number;
  readonly primary?: true;
  readonly nullable?: true;
  readonly transformer?: ValueTransformer;
  /** Carries the value's type to `record`; never set. */
  readonly value?: T;
};

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The row that columns describe. */
export type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Primary key of 36 characters (`newId()`). */
export const id = (): Column<string> => ({ type: 'varchar', length: 36, primary: true });
/** Primary key with a text of its own, such as a code; several make a composite key. */
export const key = (length: number): Column<string> => ({ type: 'varchar', length, primary: true });
/** The id of another row. */
export const ref = (): Column<string> => ({ type: 'varchar', length: 36 });
/** Text of at most `length` characters. SQLite ignores the length: the contract's schema must hold it. */
export const text = (length: number): Column<string> => ({ type: 'varchar', length });
/** One of a closed set of words, such as a state. */
export const word = <T extends string>(length = 24): Column<T> => ({ type: 'varchar', length });
/** Text beyond 64 KB; travels as JSON because `text` ends there on MariaDB. */
export const longText = (): Column<string> => ({
  type: 'json',
  transformer: both(
    (value) => ({ text: value }),
    (value) => (isTextBox(value) ? value.text : value),
  ),
});
/** Any JSON value, however long. Parse it by its schema when it comes from outside; MySQL reorders its keys. */
export const json = <T>(): Column<T> => ({ type: 'json' });
export const int = (): Column<number> => ({ type: 'integer' });
/** Whole numbers up to 2^53, as numbers. */
export const bigint = (): Column<number> => ({ type: 'bigint', transformer: both((v) => v, Number) });
export const fenAmount = (): Column<Fen> => ({
  type: 'integer',
  transformer: both(
    (v) => v,
    (v) => fen(Number(v)),
  ),
});
export const score = (): Column<Score> => ({
  type: 'integer',
  transformer: both(
    (v) => v,
    (v) => scoreOf(Number(v)),
  ),
});
/** False unless set. */
export const bool = (): Column<boolean> => ({ type: 'boolean' });
export const day = (): Column<LocalDate> => ({
  type: 'date',
  transformer: both(
    (v) => v,
    (v) => localDate(String(v)),
  ),
});
/** Milliseconds since the epoch, kept as datetime(3) in UTC. */
export const instant = (): Column<number> => ({
  type: 'datetime',
  precision: 3,
  transformer: both((v) => (typeof v === 'number' ? new Date(v) : v), instantFrom),
});
/** At most 64 KB. */
export const blob = (): Column<Buffer> => ({ type: 'blob', transformer: both((v) => v, bytesFrom) });
/** A personal value sealed by `crypto.encryptField`; at most 64 KB. */
export const encrypted = (): Column<Buffer> => blob();

/** Any JSON value sealed by `sealJson`, however long. */
export const sealedJson = <T>(): Column<Sealed<T>> => ({
  type: 'json',
  transformer: both((value) => ({ sealed: sealedTextOf(value) }), sealedFrom),
});
/** Text of at most `length` characters, sealed by `crypto.encryptField`; a column that was clear is sealed in place. */
export const sealedText = (length: number): Column<Buffer> => ({
  type: 'varchar',
  length: SEALED_AROUND + 4 * length,
  transformer: both(sealedBox, sealedFrom),
});
/** How the stored text of a sealed column begins; MySQL writes a blank into its JSON. */
export const SEALED_BEGINS = ['{"sealed":"', '{"sealed": "'] as const;
/** What is written as JSON into a column that was clear before. */
export const sealedBox = (sealed: unknown): string => JSON.stringify({ sealed: sealedTextOf(sealed) });
/** Key id, nonce, tag and the box, in base64. */
const SEALED_AROUND = 120;

/** The same column, where null is allowed. */
export const nullable = <T>(column: Column<T>): Column<T | null> => ({ ...column, nullable: true });

/** Milliseconds of a datetime that came out of a raw query on either dialect. */
export function instantFrom(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string') throw new Error('not a stored instant');
  const ms = Date.parse(`${value.replace(' ', 'T')}Z`);
  if (Number.isNaN(ms)) throw new Error('not a stored instant');
  return ms;
}

/** Null stays null; everything else goes through. */
function both(to: (value: unknown) => unknown, from: (value: unknown) => unknown): ValueTransformer {
  const keep = (change: (value: unknown) => unknown) => (value: unknown) =>
    value === null || value === undefined ? value : change(value);
  return { to: keep(to), from: keep(from) };
}

/** Throws rather than write what nobody sealed. */
function sealedTextOf(value: unknown): string {
  if (!Buffer.isBuffer(value)) throw new Error('a value for a sealed column was not sealed');
  return value.toString('base64');
}

/** The bytes of a sealed column out of a raw query, whichever way it keeps them. */
export const sealedBytesFrom = (value: unknown): Buffer =>
  value instanceof Uint8Array || value instanceof ArrayBuffer ? bytesFrom(value) : sealedFrom(value);

function sealedFrom(value: unknown): Buffer {
  const box: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  if (typeof box !== 'object' || box === null || !('sealed' in box) || typeof box.sealed !== 'string')
    throw new Error('a sealed column holds what nobody sealed');
  return Buffer.from(box.sealed, 'base64');
}

const isTextBox = (value: unknown): value is { text: unknown } =>
  typeof value === 'object' && value !== null && 'text' in value;

function scoreOf(value: number): Score {
  if (!isScore(value)) throw new Error(`not a stored score: ${value}`);
  return value;
}

/** libsql answers blobs as ArrayBuffer or Uint8Array, mysql2 as Buffer. */
export function bytesFrom(value: unknown): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  throw new Error('not a stored blob');
}
