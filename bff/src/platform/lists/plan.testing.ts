import type { Acts, Columns, Filters, List } from '@jikaotong/shared/lists';
import type { Crypto } from '../crypto';
import type { Handle } from '../db';
import type { ListSource } from './list-source';
import { listQueryOf, pageQuery } from './page';

type Plan = { detail?: string; type?: string; key?: string | null; Extra?: string; table?: string };

/**
 * What is wrong with how a list is read: for each declared sort, both ways, on its first page and behind a cursor. A
 * sound page walks its index from the scope on: no sort in a file, no whole table.
 */
export async function planFaults<C extends Columns, F extends Filters, A extends Acts>(
  h: Handle,
  list: List<C, F, A>,
  source: Omit<ListSource<C, F, A>, 'acts'>,
  given: { withinId: string; crypto: Crypto },
): Promise<string[]>;
export async function planFaults(
  h: Handle,
  list: List,
  source: Omit<ListSource, 'acts'>,
  { withinId, crypto }: { withinId: string; crypto: Crypto },
): Promise<string[]> {
  const served = { list, source: { ...source, acts: {} } };
  const faults: string[] = [];
  for (const sort of list.order.by.flatMap((key) => [key, `-${key}`]))
    for (const isFirst of [true, false]) {
      const ask = listQueryOf(served, withinId, { sort });
      const value = list.columns[ask.sort.key]?.kind === 'instant' ? Date.UTC(2026, 10, 1) : 'm';
      const after = isFirst ? null : [ask.print, value, '5'];
      const { sql, params } = pageQuery(h.dialect, crypto, served, ask, {
        keys: Object.keys(list.columns),
        after,
        limit: 51,
      });
      const explain = h.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
      const plans = await h.query<Plan>(`${explain} ${sql}`, params);
      const where = `${list.name} by ${sort}, ${isFirst ? 'first page' : 'behind a cursor'}`;
      faults.push(...plans.flatMap((plan) => faultsOf(plan).map((fault) => `${where}: ${fault}`)));
    }
  return faults;
}

function faultsOf({ detail, type, Extra = '', table }: Plan): string[] {
  if (detail !== undefined) return /^SCAN|TEMP B-TREE FOR (LAST TERM OF )?ORDER/.test(detail) ? [detail] : [];
  return [
    ...(type === 'ALL' || type === 'index' ? [`${table}: reads all of it (${type})`] : []),
    ...(/filesort|temporary/.test(Extra) ? [`${table}: ${Extra}`] : []),
  ];
}
