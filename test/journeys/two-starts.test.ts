import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstrationSecrets, loadConfig } from '@jikaotong/bff/platform/config';
import { openServer } from '../../bff/src/open-server';
import { freePort } from '../support/free-port';

const isServer = process.env['JIKAOTONG_TEST_DB'] === 'mariadb';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jikaotong-starts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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

/** Starts as many servers at once; what each came to, closed again. */
async function startAtOnce(count: number, databaseUrl?: string) {
  const configs = await Promise.all(Array.from({ length: count }, () => configOn(databaseUrl)));
  const started = await Promise.allSettled(configs.map((config) => openServer(config, { ticking: false })));
  const counted = await Promise.all(
    started.map((start) =>
      start.status === 'fulfilled'
        ? start.value.db.read(async (h) => {
            const of = async (table: string) =>
              Number((await h.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
            return { clocks: await of('clock'), notices: await of('notice'), versions: await of('notice_version') };
          })
        : null,
    ),
  );
  await Promise.all(started.map((start) => (start.status === 'fulfilled' ? start.value.close() : null)));
  return { started, counted };
}

// what "at once" means differs by engine, so each run has its own story
it(
  'servers that start at once on one new database do not trip over each other',
  isServer ? startsOnServer : startsOnFile,
);

/** They take turns, and all of them serve. */
async function startsOnServer(): Promise<void> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const server = await createConnection(url.href);
  await server.query('CREATE DATABASE two_starts CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin');
  try {
    url.pathname = '/two_starts';
    const { started, counted } = await startAtOnce(3, url.href);
    expect(started.map((start) => (start.status === 'rejected' ? start.reason : 'up'))).toEqual(['up', 'up', 'up']);
    expect(new Set(counted.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(counted[0]).toMatchObject({ clocks: 1 });
    expect(counted[0]?.notices).toBe(counted[0]?.versions);
  } finally {
    await server.query('DROP DATABASE two_starts');
    await server.end();
  }
}

/** The file is one server's: the second is told that it is in use. */
async function startsOnFile(): Promise<void> {
  const { started } = await startAtOnce(2);
  expect(started.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(started.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'StartRefused' } });
}
