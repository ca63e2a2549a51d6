import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Migration, id, insert, openDb, record } from './index';
import { fixedCrypto } from './fixed-crypto.testing';

const crypto = fixedCrypto();
const row = record('t_row', { id: id() });
const step: Migration = { name: '0001-row', up: (schema) => schema.table('t_row', { id: id() }) };

it('an embedded file is nobody else’s, serves one process at a time and keeps what was written', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'db-'));
  const engine = { kind: 'embedded', file: path.join(folder, 'a.db') } as const;
  const first = await openDb(engine, [row]);
  await first.migrate([step], { crypto });
  await first.tx((h) => insert(h, row, { id: 'kept' }));
  for (const name of await readdir(folder)) expect((await stat(path.join(folder, name))).mode & 0o077).toBe(0);
  await expect(openDb(engine, [row])).rejects.toMatchObject({ name: 'StartRefused' });
  await first.close();
  const second = await openDb(engine, [row]);
  expect(await second.read((h) => h.repo(row).count())).toBe(1);
  await second.close();
  await rm(folder, { recursive: true });
});

it('a migration that fails leaves nothing, and says its name', async () => {
  const db = await openDb({ kind: 'embedded', file: ':memory:' }, [row]);
  const broken: Migration = {
    name: '0002-broken',
    up: async (schema, ports) => {
      await step.up(schema, ports);
      throw new Error('no');
    },
  };
  await expect(db.migrate([broken], { crypto })).rejects.toThrow('0002-broken');
  await db.migrate([step], { crypto });
  await db.close();
});
