import type { Acts, Columns, Filters, List, Row } from '@jikaotong/shared/lists';
import type { ApiClient } from './api-client';

/** Every row of a declared list, page after page. */
export async function readAll<C extends Columns, F extends Filters, A extends Acts>(
  api: ApiClient,
  list: List<C, F, A>,
  id: string,
): Promise<Row<C>[]>;
export async function readAll(api: ApiClient, list: List, id: string): Promise<Row<Columns>[]> {
  const rows: Row<Columns>[] = [];
  let next: string | null = '';
  while (next !== null) {
    const asked: { limit: string; cursor?: string } = next === '' ? { limit: '200' } : { limit: '200', cursor: next };
    const page: { items: Row<Columns>[]; next: string | null } = await api.ok(list.rows, {
      params: { id },
      query: asked,
    });
    rows.push(...page.items);
    next = page.next;
  }
  return rows;
}
