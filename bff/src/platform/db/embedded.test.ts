import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Migration, id, insert, nullable, openDb, record, text } from './index';
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

describe('before an upgrade', () => {
  const later: Migration = {
    name: '0002-later',
    up: (schema) => schema.addColumns('t_row', { note: nullable(text(9)) }),
  };
  const last: Migration = {
    name: '0003-last',
    up: (schema) => schema.addColumns('t_row', { more: nullable(text(9)) }),
  };
  let folder: string;
  const said: string[] = [];
  const upgrade = async (...steps: Migration[]) => {
    const db = await openDb({ kind: 'embedded', file: path.join(folder, 'a.db') }, [row]);
    try {
      await db.migrate(steps, { crypto, say: (sentence) => said.push(sentence) });
      return await db.read((h) => h.query('SELECT * FROM t_row'));
    } finally {
      await db.close();
    }
  };
  const copies = async () => (await readdir(folder)).filter((name) => name.startsWith('a.db.'));
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'db-'));
    said.length = 0;
    await upgrade(step, {
      name: '0001-seed',
      up: async (schema) => void (await schema.run("INSERT INTO t_row VALUES ('kept')")),
    });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('a fresh file is not copied, nor one that is up to date', async () => {
    await upgrade(step);
    expect([await copies(), said]).toEqual([[], []]);
  });

  it('the file is copied as it was, for nobody else to read, and only the last copy is kept', async () => {
    await upgrade(step, later);
    const copy = path.join(folder, 'a.db.at-0001-row');
    expect((await stat(copy)).mode & 0o077).toBe(0);
    expect(said).toEqual([expect.stringContaining(copy)]);
    const old = await openDb({ kind: 'embedded', file: copy }, [row]);
    expect(await old.read((h) => h.query('SELECT * FROM t_row'))).toEqual([{ id: 'kept' }]);
    await old.close();
    await upgrade(step, later, last);
    expect(await copies()).toEqual(['a.db.at-0002-later']);
  });

  it('a copy that cannot be made stops the start, and nothing has changed', async () => {
    await mkdir(path.join(folder, 'a.db.at-0001-row', 'in the way'), { recursive: true });
    await expect(upgrade(step, later)).rejects.toMatchObject({ name: 'StartRefused' });
    expect(await upgrade(step)).toEqual([{ id: 'kept' }]);
    expect(await copies()).toEqual(['a.db.at-0001-row']);
  });
});
