import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as contract from '@jikaotong/shared/contract';
import { describe, expect, it } from 'vitest';
import { everyPageOf } from './every-page-of';
import type { Reply } from './reply';

type Page = { items: number[]; next: string | null };
type Asked = { query: { limit: number; cursor?: string | undefined } };
const offline: Reply<Page> = { ok: false, code: 'offline', data: {}, requestId: null };

describe('a list that is read whole', () => {
  const pages: Record<string, Reply<Page>> = {
    first: { ok: true, data: { items: [1, 2], next: 'a' } },
    a: { ok: true, data: { items: [3], next: 'b' } },
    b: { ok: true, data: { items: [4], next: null } },
  };
  const read = (of: Record<string, Reply<Page>>) => (args: Asked) =>
    Promise.resolve(of[args.query.cursor ?? 'first'] ?? offline);
  const asked: Asked = { query: { limit: 2 } };

  it('has the items of every page', async () => {
    expect(await everyPageOf(asked, read(pages))).toEqual({ ok: true, data: { items: [1, 2, 3, 4], next: null } });
  });

  it('is refused where one of its pages is', async () => {
    expect(await everyPageOf(asked, read({ ...pages, b: offline }))).toEqual(offline);
  });

  it('gathers what only a newer server knows from all pages', async () => {
    const split = { rest: { items: [3], next: 'b' }, newer: ['from the future'] };
    const a: Reply<Page> = { ok: false, code: 'newer-version', data: split, requestId: null };
    expect(await everyPageOf(asked, read({ ...pages, a }))).toEqual({
      ok: false,
      code: 'newer-version',
      data: { rest: { items: [1, 2, 3, 4], next: null }, newer: ['from the future'] },
      requestId: null,
    });
  });
});

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));

/** Replies that come in pages: the endpoints by name. */
const paged = new Set(
  Object.entries(contract).flatMap(([room, endpoints]) =>
    Object.entries(typeof endpoints === 'object' && endpoints !== null ? endpoints : {}).flatMap(([name, endpoint]) => {
      const shape: unknown = Object(Object(Object(Object(endpoint)['reply'])['_zod'])['def'])['shape'];
      return typeof shape === 'object' && shape !== null && 'next' in shape && 'items' in shape
        ? [`${room}.${name}`]
        : [];
    }),
  ),
);

it('no screen shows the first page of a list as if it were all of it', () => {
  const calls = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/useAnswer\(\s*(\w+\.\w+),([^;]*?)\);/g)].map(([, endpoint = '', rest = '']) => ({
      name,
      endpoint,
      rest,
    })),
  );
  expect(paged).toContain('applications.listMyApplications');
  const lists = calls.filter(({ endpoint }) => paged.has(endpoint));
  expect(lists.length).toBeGreaterThan(1);
  // one row is asked for where only what stands beside the rows is shown, a cursor where the screen turns the pages itself
  expect(lists.filter(({ rest }) => !/whole: true|limit: 1 |\bcursor\b/.test(rest))).toEqual([]);
});
