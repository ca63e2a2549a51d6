import { splitPageIn } from './newer';
import type { Reply } from './reply';

type Paged = { readonly items: readonly unknown[]; readonly next: string | null };
type Asked = { readonly query?: { readonly cursor?: string | undefined } };

/**
 * Reads a list page after page and answers as if it were one; a page that cannot be had refuses the whole. Rows that only
 * a newer server knows are gathered from all pages, as `partlyRead` takes them from one.
 */
export async function everyPageOf<R, A extends Asked>(
  args: A,
  read: (args: A) => Promise<Reply<R>>,
): Promise<Reply<R>> {
  const items: unknown[] = [];
  const newer: unknown[] = [];
  let cursor: string | null = null;
  for (;;) {
    const reply: Reply<R> = await read(cursor === null ? args : { ...args, query: { ...args.query, cursor } });
    const split = reply.ok ? null : splitPageIn(reply);
    const page: unknown = reply.ok ? reply.data : split?.rest;
    if (!isPage(page)) return reply;
    items.push(...page.items);
    newer.push(...(split?.newer ?? []));
    if (page.next !== null) {
      cursor = page.next;
      continue;
    }
    // as the last page says it, with the items of all
    if (reply.ok && newer.length === 0) return { ...reply, data: { ...reply.data, items } };
    return { ok: false, code: 'newer-version', data: { rest: { ...page, items }, newer }, requestId: null };
  }
}

const isPage = (data: unknown): data is Paged =>
  typeof data === 'object' && data !== null && 'items' in data && Array.isArray(data.items) && 'next' in data;
