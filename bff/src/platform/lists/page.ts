import type { Columns, Row } from '@jikaotong/shared/lists';
import { type Crypto, sha256 } from '../crypto';
import { type Handle, type Param, instantFrom } from '../db';
import { type Cursor, cursorIn, pageOf, refuse } from '../http';
import { type Link, type Raw, type Showing, rowOf, selectOf } from './cells';
import { type FilterValues, allOf, conditionsOf, filterValuesOf } from './condition';
import { type Condition, type Served, fromBy, fromOf, sortExprOf } from './list-source';
import { namesOf } from './names';

/** What a reader asked for, within what that reader may see. */
export type ListQuery = {
  readonly withinId: string;
  readonly wishes: FilterValues;
  readonly sort: { readonly key: string; readonly down: boolean };
  /** Of all the above: a cursor made for another ask is none for this. */
  readonly print: string;
};

/** Reads sort and filters of a query. */
export function listQueryOf(served: Served, withinId: string, query: Readonly<Record<string, unknown>>): ListQuery {
  const { sort: asked } = query;
  const sort = typeof asked === 'string' ? asked : served.list.order.first;
  const wishes = filterValuesOf(served, query);
  const print = sha256(JSON.stringify([served.list.name, withinId, sort, wishes])).slice(0, 16);
  return { withinId, wishes, sort: { key: sort.replace(/^-/, ''), down: sort.startsWith('-') }, print };
}

/** Where a page begins: after this row, or at the start; refuses a cursor of another list, sort or filter. */
export function afterOf(ask: ListQuery, cursor: string | undefined): Cursor | null {
  const after = cursorIn(cursor, 3);
  if (after && after[0] !== ask.print) refuse('invalid-input', { issues: ['query.cursor'] });
  return after;
}

/** Which page, and what of it. */
export type WantedPage = {
  readonly keys: readonly string[];
  readonly after: Cursor | null;
  readonly limit: number;
  readonly showing: Showing;
  /** How pictures are linked to; without, there are none. */
  readonly link?: Link;
};

/** One page in the order asked for. One short query: nothing is held between pages. */
export async function readPage(
  h: Handle,
  crypto: Crypto,
  served: Served,
  ask: ListQuery,
  { keys, after, limit, showing, link }: WantedPage,
): Promise<{ items: Row<Columns>[]; next: string | null; last: Cursor | null }> {
  const { sql, params } = pageQuery(h.dialect, crypto, served, ask, { keys, after, limit: limit + 1 });
  const found = await h.query<Raw>(sql, params);
  const cursorOf = (raw: Raw): Cursor => [ask.print, sortValue(served, ask, raw), String(raw['id'])];
  const { items, next } = pageOf(found, limit, cursorOf);
  const last = items.at(-1);
  const look = { showing, link, names: await namesOf(h, served, ask.withinId, keys) };
  return {
    items: items.map((raw) => rowOf(served, crypto, keys, raw, look)),
    next,
    last: next !== null && last ? cursorOf(last) : null,
  };
}

/** The SQL of a page; its plan is what the EXPLAIN tests look at. */
export function pageQuery(
  dialect: Handle['dialect'],
  crypto: Crypto,
  served: Served,
  ask: ListQuery,
  { keys, after, limit }: Pick<WantedPage, 'keys' | 'after' | 'limit'>,
): Condition {
  const { source } = served;
  const { key, down } = ask.sort;
  const expr = sortExprOf(source, key);
  const direction = down ? 'DESC' : 'ASC';
  const matching = conditionsOf(served, crypto, ask.withinId, ask.wishes);
  const { sql, params } = after ? allOf([matching, beyond(served, ask, after)]) : matching;
  // one number or one id is better found by its own index
  const isOne = ask.wishes.some(([, wish]) => wish.by === 'equal');
  const from = isOne ? fromOf(source) : fromBy(source, key, dialect);
  const select = `${selectOf(served, keys)}, ${expr} AS ${SORTED_BY}`;
  return {
    sql: `SELECT ${select} FROM ${from} WHERE ${sql} ORDER BY ${expr} ${direction}, ${source.id} ${direction} LIMIT ?`,
    params: [...params, limit],
  };
}

/** After a row in the order of the sort, then of the id; written so that both engines walk the index from there. */
function beyond(served: Served, { sort: { key, down } }: ListQuery, [, value = '', id = '']: Cursor): Condition {
  const expr = sortExprOf(served.source, key);
  const [edge, past] = down ? ['<=', '<'] : ['>=', '>'];
  const at: Param = isInstant(served, key) ? new Date(Number(value)) : value;
  return {
    sql: `${expr} ${edge} ? AND (${expr} ${past} ? OR ${served.source.id} ${past} ?)`,
    params: [at, at, id],
  };
}

function sortValue(served: Served, { sort: { key } }: ListQuery, raw: Raw): string | number {
  const value = raw[SORTED_BY];
  if (isInstant(served, key)) return instantFrom(value);
  return typeof value === 'number' ? value : String(value);
}

const SORTED_BY = 'sorted__by';
const isInstant = ({ list, source }: Served, key: string): boolean =>
  list.columns[key]?.kind === 'instant' && source.sorts?.[key] === undefined;
