import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstrationSecrets, loadConfig } from '@jikaotong/bff/platform/config';
import { openServer } from '../../bff/src/open-server';
import { freePort } from '../support/free-port';
import { projectFolder } from '../support/project-folder';

const isServer = process.env['JIKAOTONG_TEST_DB'] === 'mariadb';
let folder: string;
let whole: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jikaotong-starts-'));
  const seeds = (await readdir(join(projectFolder, 'shared', 'notices'))).filter((name) => name.endsWith('.yaml'));
  whole = `1 clock, ${seeds.length} notice, ${seeds.length} notice_version`;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('servers that start at once on one new database do not trip over each other', async () => {
  // on a server they take turns; the embedded file is the first one's alone
  expect(isServer ? await onServer() : await startAtOnce(3)).toEqual(
    isServer ? [whole, whole, whole] : [whole, 'StartRefused', 'StartRefused'],
  );
});

async function onServer(): Promise<string[]> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const server = await createConnection(url.href);
  await server.query('CREATE DATABASE two_starts CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin');
  try {
    url.pathname = '/two_starts';
    return await startAtOnce(3, url.href);
  } finally {
    await server.query('DROP DATABASE two_starts');
    await server.end();
  }
}

/** What each of so many servers holds once it serves, or the name of the error it ended with; in order of the alphabet. */
async function startAtOnce(count: number, databaseUrl?: string): Promise<string[]> {
  const configs = await Promise.all(Array.from({ length: count }, () => configOn(databaseUrl)));
  const started = await Promise.allSettled(configs.map((config) => openServer(config, { ticking: false })));
  const found: string[] = [];
  for (const start of started) {
    if (start.status === 'rejected') found.push(start.reason instanceof Error ? start.reason.name : 'thrown');
    else found.push(await holdings(start.value));
  }
  for (const start of started) if (start.status === 'fulfilled') await start.value.close();
  return found.toSorted();
}

const holdings = ({ db }: Awaited<ReturnType<typeof openServer>>): Promise<string> =>
  db.read(async (h) => {
    const counted: string[] = [];
    for (const table of ['clock', 'notice', 'notice_version']) {
      const [row] = await h.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
      counted.push(`${Number(row?.n)} ${table}`);
    }
    return counted.join(', ');
  });

const configOn = async (databaseUrl: string | undefined) =>
  loadConfig(
    {},
    {
      ...demonstrationSecrets(folder),
      PORT: String(await freePort()),
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
    },
  );
