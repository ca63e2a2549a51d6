import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Koa from 'koa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { site } from './site';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="zh-CN"><head></head><body></body></html>',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const pageOf = async (isDemonstration: boolean): Promise<string> => (await answerOf(isDemonstration)).text;

const answerOf = async (isDemonstration: boolean): Promise<{ headers: Headers; text: string }> => {
  const koa = new Koa();
  koa.use((ctx, next) => {
    ctx.set('Content-Security-Policy', "default-src 'self';style-src 'self';frame-ancestors 'none'");
    return next();
  });
  const server = koa.use(site(folder, { isDemonstration })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    const answer = await fetch(`http://127.0.0.1:${address.port}/`);
    return { headers: answer.headers, text: await answer.text() };
  } finally {
    server.close();
  }
};

it('says in the page itself whether this is a demonstration, whose clock needs a place', async () => {
  expect(await pageOf(true)).toContain('<html data-demonstration lang="zh-CN">');
  expect(await pageOf(false)).toContain('<html lang="zh-CN">');
});

it('gives each page a number by which its styles are known, in the page and in its policy, never the same twice', async () => {
  const numbers = [await answerOf(false), await answerOf(false)].map(({ headers, text }) => {
    const [, inPage] = /<meta name="csp-nonce" content="([^"]{20,})"/.exec(text) ?? [];
    const [, inPolicy] = /style-src 'self' 'nonce-([^']+)';/.exec(headers.get('content-security-policy') ?? '') ?? [];
    expect(headers.get('etag')).toBeNull();
    expect(inPage).toBe(inPolicy);
    return inPage;
  });
  expect(new Set(numbers).size).toBe(2);
});
