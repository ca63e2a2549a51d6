import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { type Filter, type FilterValue, readFilterValue } from '@jikaotong/shared/lists';
import type { Crypto } from '../crypto';
import { type Param, placeholders } from '../db';
import { refuse } from '../http';
import { type Condition, type ListSource, type SealedSource, type Served, exprOf } from './list-source';

/** The filters of a query that are set, read once. */
export type FilterValues = readonly (readonly [name: string, wish: FilterValue])[];

/** Reads the filters of a query; the contract has checked them, so a text that does not read is a bug of ours. */
export function filterValuesOf({ list }: Served, query: Readonly<Record<string, unknown>>): FilterValues {
  return Object.entries(list.filters).flatMap(([name, filter]) => {
    const text = query[name];
    if (typeof text !== 'string') return [];
    const wish = readFilterValue(list.columns, filter, text);
    return wish === null ? refuse('invalid-input', { issues: [`query.${name}`] }) : [[name, wish] as const];
  });
}

/** What must hold: the scope first, then every filter. */
export const conditionsOf = (served: Served, crypto: Crypto, withinId: string, wishes: FilterValues): Condition =>
  allOf([
    { sql: `${served.source.within} = ?`, params: [withinId] },
    ...(served.source.always === undefined ? [] : [{ sql: served.source.always, params: [] }]),
    ...wishes.map(([name, wish]) => conditionOf(served, crypto, name, wish)),
  ]);

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  params: conditions.flatMap(({ params }) => params),
});

const NOTHING: Condition = { sql: '1 = 0', params: [] };
export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0
    ? NOTHING
    : { sql: conditions.map(({ sql }) => sql).join(' OR '), params: conditions.flatMap(({ params }) => params) };

/** `IN` a list that is never empty. */
export const among = (expr: string, values: readonly Param[]): Condition => ({
  sql: `${expr} IN (${placeholders(values)})`,
  params: values,
});

function conditionOf(served: Served, crypto: Crypto, name: string, wish: FilterValue): Condition {
  const { list, source } = served;
  const own = source.filters?.[name];
  if (own) return own(wish);
  const filter = list.filters[name];
  if (!filter) throw new Error(`no filter ${name}`);
  switch (wish.by) {
    case 'codes':
      return codesCondition(served, filter, wish.codes);
    case 'days':
      return daysCondition(served, filter, wish);
    case 'words':
      return allOf(
        wish.words.map((word) =>
          anyOf(columnsOf(filter).flatMap((key) => wordCondition(source, crypto, key, word) ?? [])),
        ),
      );
    case 'equal':
      return equalCondition(served, crypto, filter, wish.value);
  }
}

const columnsOf = (filter: Filter): readonly string[] => (filter.by === 'words' ? filter.columns : [filter.column]);
const columnOf = (filter: Filter): string => columnsOf(filter)[0] ?? '';

function codesCondition({ list, source }: Served, filter: Filter, codes: readonly string[]): Condition {
  const key = columnOf(filter);
  const isFlag = list.columns[key]?.kind === 'flag';
  return among(exprOf(source, key), isFlag ? codes.map((code) => (code === 'yes' ? 1 : 0)) : codes);
}

function daysCondition(
  { list, source }: Served,
  filter: Filter,
  { from, to }: FilterValue & { by: 'days' },
): Condition {
  const key = columnOf(filter);
  const expr = exprOf(source, key);
  const midnight = timeOfDay('00:00');
  const isInstant = list.columns[key]?.kind === 'instant';
  const parts: Condition[] = [];
  if (from !== null)
    parts.push({ sql: `${expr} >= ?`, params: [isInstant ? new Date(instantAt(from, midnight)) : from] });
  if (to !== null)
    parts.push(
      isInstant
        ? { sql: `${expr} < ?`, params: [new Date(instantAt(addDays(to, 1), midnight))] }
        : { sql: `${expr} <= ?`, params: [to] },
    );
  return allOf(parts);
}

/** Any part of a text, whatever the case of its letters; `%` and `_` are letters like any other. Sealed: the whole. */
function wordCondition(source: ListSource, crypto: Crypto, key: string, word: string): Condition | null {
  const cell = source.cells[key];
  if (typeof cell === 'object' && 'sealed' in cell) return foundBy(cell, key)(crypto, word);
  const search = source.searches?.[key] ?? { expr: exprOf(source, key) };
  if ('found' in search) return search.found(word);
  const { expr, least = 1 } = search;
  if (word.length < least) return null;
  const letters = word.toLowerCase().replaceAll(/[!%_]/g, '!$&');
  // brackets are typed in either width
  const pattern = `%${letters.replaceAll(/[()（）]/g, '_')}%`;
  return { sql: `LOWER(${expr}) LIKE ? ESCAPE '!'`, params: [pattern] };
}

function equalCondition({ source }: Served, crypto: Crypto, filter: Filter, value: string): Condition {
  const cell = source.cells[columnOf(filter)];
  if (typeof cell !== 'object' || !('sealed' in cell))
    return { sql: `${exprOf(source, columnOf(filter))} = ?`, params: [value] };
  return foundBy(cell, columnOf(filter))(crypto, value) ?? NOTHING;
}

function foundBy({ found }: SealedSource, key: string): NonNullable<SealedSource['found']> {
  if (!found) throw new Error(`${key} is sealed and has no index to be found by`);
  return found;
}
