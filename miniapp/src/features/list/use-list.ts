import type { Columns, List, Row, Tally } from '@jikaotong/shared/lists';
import { type Pages, call, useAnswer, usePages } from '../../platform';
import { type Asked, filtersIn } from './use-list-state';

export type Rows = Pages<{ items: Row<Columns>[]; next: string | null }>;

/** The rows and counts of a list; while a new question is on its way the last answer stays, so that nothing jumps. */
export function useList(list: List, id: string, asked: Asked, limit: number): { rows: Rows; tally: Tally | null } {
  const read = (cursor: string | undefined) =>
    call(list.rows, { params: { id }, query: { ...asked, cursor, limit: String(limit) } });
  const rows = usePages([list.name, id, asked], read, { keep: true });
  const counts = useAnswer(list.counts, { params: { id }, query: filtersIn(asked) }, { keep: true });
  return { rows, tally: counts.state === 'ready' ? counts.data : null };
}

/** The ids of the whole list; null while a question is on its way, or not all of it is loaded. */
export const listedIn = (rows: Rows): ReadonlySet<string> | null =>
  rows.state === 'ready' && !rows.data.isBehind && rows.data.more === null
    ? new Set(rows.data.items.map(({ id }) => id))
    : null;
