import type { Tally } from '@jikaotong/shared/lists';
import type { Crypto } from '../crypto';
import type { Handle } from '../db';
import { conditionsOf } from './condition';
import type { ListQuery } from './page';
import { type Served, exprOf, fromOf } from './list-source';

/** How many match, and how many each code of a filter would leave under the other filters. */
export async function tallyOf(h: Handle, crypto: Crypto, served: Served, ask: ListQuery): Promise<Tally> {
  const by: Tally['by'] = {};
  const names: Tally['names'] = {};
  for (const [name, filter] of Object.entries(served.list.filters)) {
    if (filter.by === 'values') {
      const known = await served.source.names?.[filter.column]?.(h, ask.withinId);
      names[name] = [...(known ?? [])].map(([code, called]) => ({ code, name: called }));
    }
    if ((filter.by === 'codes' || filter.by === 'values') && isCountable(served, name, filter.column))
      by[name] = await countsOf(h, crypto, served, ask, { name, column: filter.column });
  }
  const total = await countOf(h, crypto, served, ask);
  return { total, by, names, ...(served.list.sums && { sums: await sumsOf(h, crypto, served, ask) }) };
}

async function sumsOf(h: Handle, crypto: Crypto, { list, source }: Served, ask: ListQuery): Promise<Tally['sums']> {
  const sums: Record<string, number> = {};
  for (const name of list.sums ?? []) {
    const sum = source.sums?.[name];
    if (!sum) throw new Error(`${list.name} does not say what ${name} comes to`);
    const wishes = ask.wishes.filter(([filter]) => filter !== sum.besides);
    const { sql, params } = conditionsOf({ list, source }, crypto, ask.withinId, wishes);
    const [row] = await h.query<{ sum: number | string | null }>(
      `SELECT SUM(${sum.expr}) AS sum FROM ${fromOf(source)} WHERE ${sql}`,
      params,
    );
    sums[name] = Number(row?.sum ?? 0);
  }
  return sums;
}

export async function countOf(h: Handle, crypto: Crypto, { list, source }: Served, ask: ListQuery): Promise<number> {
  const { sql, params } = conditionsOf({ list, source }, crypto, ask.withinId, ask.wishes);
  const [found] = await h.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${fromOf(source)} WHERE ${sql}`, params);
  return Number(found?.n ?? 0);
}

const isCountable = ({ list, source }: Served, name: string, column: string): boolean =>
  list.columns[column]?.kind !== 'codes' || source.tallies?.[name] !== undefined;

async function countsOf(
  h: Handle,
  crypto: Crypto,
  served: Served,
  ask: ListQuery,
  { name, column }: { name: string; column: string },
): Promise<Record<string, number>> {
  const { source } = served;
  const own = source.tallies?.[name];
  const expr = own?.expr ?? exprOf(source, column);
  const others = ask.wishes.filter(([other]) => other !== name);
  const { sql, params } = conditionsOf(served, crypto, ask.withinId, others);
  const rows = await h.query<{ code: unknown; n: number }>(
    `SELECT ${expr} AS code, COUNT(*) AS n FROM ${fromOf(source)} ${own?.join ?? ''} WHERE ${sql} GROUP BY ${expr}`,
    params,
  );
  const counts: Record<string, number> = {};
  for (const { code, n } of rows) {
    const key = codeOf(served, column, code);
    if (key !== null) counts[key] = (counts[key] ?? 0) + Number(n);
  }
  return counts;
}

function codeOf({ list, source }: Served, column: string, raw: unknown): string | null {
  if (raw === null || raw === undefined) return null;
  if (list.columns[column]?.kind === 'flag') return Number(raw) === 1 ? 'yes' : 'no';
  const cell = source.cells[column];
  return typeof cell === 'object' && 'read' in cell ? String(cell.read(raw)) : String(raw);
}
