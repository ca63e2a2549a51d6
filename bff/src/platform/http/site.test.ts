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
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><html lang="zh-CN"><body></body></html>');
});
afterAll(() => rm(folder, { recursive: true }));

const pageOf = async (isDemonstration: boolean): Promise<string> => {
  const server = new Koa().use(site(folder, { isDemonstration })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return await (await fetch(`http://127.0.0.1:${address.port}/`)).text();
  } finally {
    server.close();
  }
};

it('says in the page itself whether this is a demonstration, whose clock needs a place', async () => {
  expect(await pageOf(true)).toContain('<html data-demonstration lang="zh-CN">');
  expect(await pageOf(false)).toContain('<html lang="zh-CN">');
});
