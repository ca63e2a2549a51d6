import type { Column, Mask, Row } from '@jikaotong/shared/lists';
import { maskName, maskNumber, maskPhone } from '@jikaotong/shared/rules/identity';
import type { Columns } from '@jikaotong/shared/lists';
import type { Crypto } from '../crypto';
import { instantFrom, sealedBytesFrom } from '../db';
import { type CellSource, type Names, type SealedSource, type Served, exprOf } from './list-source';

/** A row as the database gives it. */
export type Raw = Readonly<Record<string, unknown>>;

/** `screen` masks what is sealed; `masked` also names and other personal cells; `open` nothing. */
export type Showing = 'screen' | 'masked' | 'open';
/** How much is shown, what `named` cells are called, and how a picture is linked to, where it is. */
export type Look = {
  readonly showing: Showing;
  readonly names: ReadonlyMap<string, Names>;
  readonly link?: Link | undefined;
};
export type Link = (fileId: string) => string;

/** What to select: id, version, and each column under its own name; `__row` names the row a value was sealed in. */
export function selectOf(served: Served, keys: readonly string[]): string {
  const { source } = served;
  const cells = keys.flatMap((key) => {
    const cell = source.cells[key];
    const row = typeof cell === 'object' && 'sealed' in cell ? [`${cell.row} AS \`${key}__row\``] : [];
    return [`${exprOf(source, key)} AS \`${key}\``, ...row];
  });
  return [`${source.id} AS id`, `${source.version} AS version`, ...cells].join(', ');
}

/** A row as it travels. */
export function rowOf(
  served: Served,
  crypto: Crypto,
  keys: readonly string[],
  raw: Raw,
  { showing, names, link }: Look,
): Row<Columns> {
  const cells = keys.map((key) => {
    const column = served.list.columns[key];
    const cell = served.source.cells[key];
    if (!column || cell === undefined) throw new Error(`no column ${key}`);
    const value = nameIn(names, key, valueOf(column, cell, crypto, raw, key));
    if (column.kind === 'picture') return [key, link && typeof value === 'string' ? link(value) : null] as const;
    return [key, shown(column, value, showing)] as const;
  });
  return { ...Object.fromEntries(cells), id: String(raw['id']), version: Number(raw['version']) };
}

const nameIn = (names: Look['names'], key: string, value: unknown): unknown =>
  typeof value === 'string' ? (names.get(key)?.get(value) ?? value) : value;

function valueOf(column: Column, cell: CellSource, crypto: Crypto, raw: Raw, key: string): unknown {
  const value = raw[key];
  if (typeof cell === 'object' && 'expr' in cell) return cell.read(value);
  if (value === null || value === undefined) return null;
  if (typeof cell === 'object')
    return opened(
      cell,
      crypto.decryptField({ ...cell.place, row: String(raw[`${key}__row`]) }, sealedBytesFrom(value)),
    );
  switch (column.kind) {
    case 'number':
    case 'fen':
      return Number(value);
    case 'instant':
      return instantFrom(value);
    case 'flag':
      return Number(value) === 1;
    case 'codes':
      return (column.codes ?? []).filter((code) => String(value).split(',').includes(code));
    case 'data':
      return typeof value === 'string' ? JSON.parse(value) : value;
    case 'text':
    case 'day':
    case 'code':
    case 'named':
    case 'mark':
    case 'picture':
      return String(value);
    case 'sealed':
      throw new Error(`${key} is declared sealed and stands in the clear`);
  }
}

const opened = ({ words }: SealedSource, value: string): string => words?.(value) ?? value;

function shown(column: Column, value: unknown, showing: Showing): unknown {
  const { personal } = column;
  if (typeof value !== 'string' || personal === undefined || showing === 'open') return value;
  return showing === 'masked' || column.kind === 'sealed' ? MASKS[personal](value) : value;
}

const MASKS: Readonly<Record<Mask, (text: string) => string>> = {
  name: maskName,
  number: maskNumber,
  phone: maskPhone,
  whole: () => '***',
};
