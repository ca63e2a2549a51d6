import type { Crypto, Place } from '../crypto';
import { SEALED_BEGINS, bytesFrom, sealedBox } from './columns';
import type { Param } from './handle';
import { snakeCase } from './record';
import { listed, quoted } from './table-shape';

/** Rows of table `from`, called `s` in every expression. */
export type Selection = {
  readonly from: string;
  /** Beside `s.id`; nothing more unless said. */
  readonly select?: string;
  readonly join?: string;
  readonly where?: string;
};

/** Rows of `from` to be rows of `to`: each property of `to` as an SQL expression over the source row `s`. */
export type Copy = {
  readonly from: string;
  readonly to: string;
  readonly columns: Readonly<Record<string, string>> & { readonly id: string };
  readonly where?: string;
};

/** Values of `from` to be sealed in `to`, by the properties of `to`. */
export type Reseal<Target extends string = string, Beside extends string = string> = {
  readonly from: string;
  readonly to: string;
  /** The id of the row in `to`, an SQL expression over the source row `s`; the same id unless said. */
  readonly row?: string;
  /** Where each value stands in `from`: `sealed` at that place, or `clear`. */
  readonly columns: Readonly<Record<Target, ResealSource>>;
  /** Properties of `from` that `indexes` wants to see. */
  readonly beside?: readonly Beside[];
  /** What is written beside the sealed values, such as their blind indexes. */
  readonly indexes?: (plain: Plain<NoInfer<Target> | NoInfer<Beside>>) => Readonly<Record<string, string | null>>;
};

/** Opened values by the properties of `to`, and what was asked for beside. */
type Plain<Property extends string> = Readonly<Record<Property, string | null>>;

type ResealSource = { readonly sealed: string } | { readonly clear: string };

/** How the rows travel: `inChunk` makes the writes of one chunk a whole. */
export type Statements = {
  rows<R>(sql: string, params?: readonly Param[]): Promise<R[]>;
  run(sql: string, params?: readonly Param[]): Promise<number>;
  inChunk<T>(fn: () => Promise<T>): Promise<T>;
};

const CHUNK = 500;

export async function eachChunk<R extends { id: string }>(
  { rows, inChunk }: Statements,
  { from, select, join = '', where = '1 = 1' }: Selection,
  fn: (rows: R[]) => Promise<void>,
): Promise<void> {
  const sql = `SELECT s.id AS id${select === undefined ? '' : `, ${select}`} FROM ${quoted(from)} s ${join}
    WHERE s.id > ? AND (${where}) ORDER BY s.id LIMIT ${CHUNK}`;
  for (let after: string | undefined = ''; after !== undefined;) {
    const chunk: R[] = await rows<R>(sql, [after]);
    if (chunk.length > 0) await inChunk(() => fn(chunk));
    after = chunk.length < CHUNK ? undefined : chunk.at(-1)?.id;
  }
}

export async function copyRows(statements: Statements, { from, to, columns, where = '1 = 1' }: Copy): Promise<void> {
  const names = listed(Object.keys(columns).map(snakeCase));
  const missing = `(${where}) AND NOT EXISTS (SELECT 1 FROM ${quoted(to)} t WHERE t.id = ${columns.id})`;
  await eachChunk(statements, { from, where: missing }, async (chunk) => {
    await statements.run(
      `INSERT INTO ${quoted(to)} (${names}) SELECT ${Object.values(columns).join(', ')} FROM ${quoted(from)} s
        WHERE s.id >= ? AND s.id <= ? AND ${missing}`,
      [chunk.at(0)?.id ?? '', chunk.at(-1)?.id ?? ''],
    );
  });
}

type ResealRow = { id: string; to_id: string } & Record<string, unknown>;

export async function resealRows(statements: Statements, crypto: Crypto, reseal: Reseal): Promise<void> {
  const { from, to, row = 's.id', columns, beside = [], indexes = () => ({}) } = reseal;
  const moves = Object.entries(columns).map(([property, column]) => ({
    property,
    source: 'sealed' in column ? column.sealed : column.clear,
    isSealed: 'sealed' in column,
  }));
  const selection = {
    from,
    join: `JOIN ${quoted(to)} t ON t.id = ${row}`,
    select: ['t.id AS to_id', ...[...moves.map((move) => move.source), ...beside].map(sourceColumn)].join(', '),
    where: moves
      .map(({ property, source }) => `(${at('s', source)} IS NOT NULL AND ${at('t', property)} IS NULL)`)
      .join(' OR '),
  };
  await eachChunk<ResealRow>(statements, selection, async (chunk) => {
    for (const found of chunk) {
      const plain = Object.fromEntries([
        ...beside.map((property) => [property, textFrom(found[property])] as const),
        ...moves.map(({ property, source, isSealed }) => {
          const value = found[source];
          if (!isSealed || value === null) return [property, textFrom(value)] as const;
          return [property, open(crypto, { table: from, column: source, row: found.id }, bytesFrom(value))] as const;
        }),
      ]);
      const set: Record<string, Param> = { ...indexes(plain) };
      for (const { property } of moves) {
        const value = plain[property] ?? null;
        const place = { table: to, column: property, row: found.to_id };
        if (value !== null) set[property] = crypto.encryptField(place, value);
      }
      const assignments = Object.keys(set).map((property) => `${quoted(snakeCase(property))} = ?`);
      await statements.run(`UPDATE ${quoted(to)} SET ${assignments.join(', ')} WHERE id = ?`, [
        ...Object.values(set),
        found.to_id,
      ]);
    }
  });
}

/** Values that still stand clear in columns made for sealed ones; a chunk that was cut off is found again. */
export async function sealRows(
  statements: Statements,
  crypto: Crypto,
  { table, properties }: { readonly table: string; readonly properties: readonly string[] },
): Promise<void> {
  const isClear = (property: string) =>
    `(${at('s', property)} IS NOT NULL AND ${SEALED_BEGINS.map((begin) => `${at('s', property)} NOT LIKE '${begin}%'`).join(' AND ')})`;
  const selection = {
    from: table,
    select: properties.map(sourceColumn).join(', '),
    where: properties.map(isClear).join(' OR '),
  };
  await eachChunk<{ id: string } & Record<string, unknown>>(statements, selection, async (chunk) => {
    for (const found of chunk) {
      const clear = properties.flatMap((property) => {
        const value = found[property];
        // a server may give JSON as the value it stands for
        const plain = value === null || typeof value === 'string' ? value : JSON.stringify(value);
        return plain === null || SEALED_BEGINS.some((begin) => plain.startsWith(begin)) ? [] : [{ property, plain }];
      });
      await statements.run(
        `UPDATE ${quoted(table)} SET ${clear.map(({ property }) => `${quoted(snakeCase(property))} = ?`).join(', ')} WHERE id = ?`,
        [
          ...clear.map(({ property, plain }) =>
            sealedBox(crypto.encryptField({ table, column: property, row: found.id }, plain)),
          ),
          found.id,
        ],
      );
    }
  });
}

function open(crypto: Crypto, place: Place, sealed: Buffer): string {
  try {
    return crypto.decryptField(place, sealed);
  } catch (error) {
    throw new Error(`${place.table}.${place.column} of ${place.row} does not open`, { cause: error });
  }
}

const at = (alias: string, property: string): string => `${alias}.${quoted(snakeCase(property))}`;
const sourceColumn = (property: string): string => `${at('s', property)} AS ${quoted(property)}`;

/** Text, whole numbers and days come as they are said; an instant has no one form and is refused. */
function textFrom(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new Error('only text, numbers and days can be sealed');
}
