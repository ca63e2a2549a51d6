import type { Acts, Columns, Filters, List } from '@jikaotong/shared/lists';
import { type Cursor, type JobHandler, type OutsideCall, type Route, query, stream } from '../http';
import { actingRoutes } from './acting';
import type { ListSource, Served } from './list-source';
import { type ListQuery, type WantedPage, afterOf, listQueryOf, readPage } from './page';
import { runSelection } from './run-selection.job';
import { admitted } from './scope';
import { countOf, tallyOf } from './tally';
import { sheetName, workbookOf } from './workbook';

const needsKey = (column: Columns[string] | undefined): boolean =>
  column?.kind === 'named' || column?.cell.safeParse(null).success === true;

const A_PAGE = 50;
/** Rows of a sheet read at once: short enough that nobody waits behind it for the one connection of libsql. */
const A_SHEET_PAGE = 200;

const WRITTEN_AT_ONCE = 20;

/** The endpoints of a declared list, and the job that acts on many of its rows. */
export function serveList<C extends Columns, F extends Filters, A extends Acts>(
  list: List<C, F, A>,
  source: ListSource<C, F, A>,
): { readonly routes: readonly Route[]; readonly jobs: readonly JobHandler[] };
export function serveList(list: List, source: ListSource): { routes: Route[]; jobs: JobHandler[] } {
  const served = { list, source };
  for (const key of list.order.by) if (!source.indexes[key]) throw new Error(`${list.name} has no index for ${key}`);
  for (const key of list.order.by)
    if (!source.sorts?.[key] && needsKey(list.columns[key]))
      throw new Error(`${list.name} has no key to sort ${key} by`);
  const keys = Object.keys(list.columns);
  const inSheets = keys.filter((key) => list.columns[key]?.kind !== 'picture');

  const rows = query(list.rows, async (ctx) => {
    const ask = listQueryOf(served, await admitted(served, ctx, ctx.input.params.id), ctx.input.query);
    const after = afterOf(ask, ctx.input.query.cursor);
    const limit = Number(ctx.input.query.limit ?? A_PAGE);
    const { items, next } = await readPage(ctx.h, ctx.ports.crypto, served, ask, {
      keys,
      after,
      limit,
      showing: 'screen',
      link: ctx.ports.files.link,
    });
    return { items, next };
  });

  const counts = query(list.counts, async (ctx) => {
    const ask = listQueryOf(served, await admitted(served, ctx, ctx.input.params.id), ctx.input.query);
    return tallyOf(ctx.h, ctx.ports.crypto, served, ask);
  });

  const sheet = stream(list.sheet, {
    find: async (ctx) => {
      const { columns, reason } = ctx.input.query;
      const ask = listQueryOf(served, await admitted(served, ctx, ctx.input.params.id), ctx.input.query);
      const chosen =
        columns === undefined ? inSheets : [...new Set(columns.split(','))].filter((key) => inSheets.includes(key));
      const rows = await countOf(ctx.h, ctx.ports.crypto, served, ask);
      // what was searched for may be a name or a number: only that there was a search is kept
      const filters = ask.wishes.map(([name]) => name);
      const noted = { list: list.name, rows, columns: chosen, filters, reason: reason ?? null };
      ctx.audit('list-exported', { [`${list.within}Id`]: ask.withinId }, noted);
      return { ask, keys: chosen, isOpen: reason !== undefined, type: XLSX, name: sheetName(list, ctx.now.ms) };
    },
    write: async (outside, { ask, keys, isOpen }, out) => {
      const book = workbookOf(out, list, keys);
      let written = 0;
      for await (const row of everyRow(outside, served, ask, keys, isOpen)) {
        if (out.destroyed) return;
        book.add(row);
        written += 1;
        await book.drained();
        // a page of rows written in one go would hold everybody up for as long as it takes to read them
        if (written % WRITTEN_AT_ONCE === 0) await new Promise(setImmediate);
      }
      await book.end();
    },
  });

  const hasActs = Object.keys(list.acts).length > 0;
  return {
    routes: [rows, counts, sheet, ...(hasActs ? actingRoutes(served) : [])],
    jobs: hasActs ? [runSelection(served)] : [],
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every row that matches, page by page, each page a short read of its own; rows that move meanwhile come once. */
async function* everyRow(
  outside: Pick<OutsideCall<List['sheet']>, 'read' | 'ports'>,
  served: Served,
  ask: ListQuery,
  keys: readonly string[],
  isOpen: boolean,
) {
  const seen = new Set<string>();
  const showing = isOpen ? 'open' : 'masked';
  let after: Cursor | null = null;
  do {
    const wanted: WantedPage = { keys, after, limit: A_SHEET_PAGE, showing };
    const page = await outside.read((h) => readPage(h, outside.ports.crypto, served, ask, wanted));
    for (const row of page.items) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      yield row;
    }
    after = page.last;
    // libsql is synchronous: whoever waits goes first
    await new Promise(setImmediate);
  } while (after !== null);
}
