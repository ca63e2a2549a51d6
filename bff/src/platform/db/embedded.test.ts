import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Migration, id, insert, nullable, openDb, record, text } from './index';
import { fixedCrypto } from './fixed-crypto.testing';
import { startFault } from './start-fault';

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
  const seed: Migration = {
    name: '0001-seed',
    up: async (schema) => void (await schema.run("INSERT INTO t_row VALUES ('kept')")),
  };
  let folder: string;
  const said: string[] = [];
  const upgrade = async (...steps: Migration[]) => {
    const db = await openDb({ kind: 'embedded', file: path.join(folder, 'a.db') }, [row]);
    try {
      await db.migrate([step, seed, ...steps], { crypto, say: (sentence) => said.push(sentence) });
      return await db.read((h) => h.query('SELECT * FROM t_row'));
    } finally {
      await db.close();
    }
  };
  const copies = async () => (await readdir(folder)).filter((name) => name.startsWith('a.db.'));
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'db-'));
    said.length = 0;
    await upgrade();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('a fresh file is not copied, nor one that is up to date', async () => {
    await upgrade();
    expect([await copies(), said]).toEqual([[], []]);
  });

  it('the file is copied as it was, for nobody else to read, and only the last copy is kept', async () => {
    await upgrade(later);
    const copy = path.join(folder, 'a.db.at-0001-seed');
    expect((await stat(copy)).mode & 0o077).toBe(0);
    expect(said).toEqual([expect.stringContaining(copy)]);
    const old = await openDb({ kind: 'embedded', file: copy }, [row]);
    expect(await old.read((h) => h.query('SELECT * FROM t_row'))).toEqual([{ id: 'kept' }]);
    await old.close();
    await upgrade(later, last);
    expect(await copies()).toEqual(['a.db.at-0002-later']);
  });

  it('a copy that cannot be made stops the start, and nothing has changed', async () => {
    await mkdir(path.join(folder, 'a.db.at-0001-seed', 'in the way'), { recursive: true });
    await expect(upgrade(later)).rejects.toMatchObject({ name: 'StartRefused' });
    expect(await upgrade()).toEqual([{ id: 'kept' }]);
    expect(await copies()).toEqual(['a.db.at-0001-seed']);
  });
});

describe('a start that cannot succeed says what to do', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'db-'));
    file = path.join(folder, 'a.db');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const open = async (at: string, steps: readonly Migration[] = [step]) => {
    const db = await openDb({ kind: 'embedded', file: at }, [row]);
    try {
      await db.migrate(steps, { crypto });
    } finally {
      await db.close();
    }
  };
  /** A real one of several pages. */
  const filled = async (): Promise<Buffer> => {
    const many: Migration = {
      name: '0002-many',
      up: async (schema) => {
        for (let at = 0; at < 500; at += 1)
          await schema.run('INSERT INTO t_row VALUES (?)', [`${'x'.repeat(30)}${at}`]);
      },
    };
    await open(file, [step, many]);
    return readFile(file);
  };
  const damaged = { name: 'StartRefused', message: expect.stringMatching(/a\.db is damaged: put your last backup/) };
  const unwritable = { name: 'StartRefused', message: expect.stringMatching(/cannot be written: let the user/) };

  it('of a file of something else', async () => {
    await writeFile(file, 'garbage '.repeat(5000));
    await expect(open(file)).rejects.toMatchObject(damaged);
  });

  it.each([100, 4096, -4096])('of a real one that was cut off at %i', async (at) => {
    await writeFile(file, (await filled()).subarray(0, at));
    await expect(open(file)).rejects.toMatchObject(damaged);
  });

  it('of a real one with a torn page', async () => {
    const whole = await filled();
    await writeFile(file, whole.fill(0xab, 2 * 4096, 3 * 4096));
    await expect(open(file)).rejects.toMatchObject(damaged);
  });

  it('where nothing can be written', async () => {
    await writeFile(path.join(folder, 'a-file'), '');
    await mkdir(path.join(folder, 'folder.db'));
    for (const at of ['a-file/a.db', 'nowhere/a.db', 'folder.db'])
      await expect(open(path.join(folder, at))).rejects.toMatchObject(unwritable);
  });

  it('on a disk that is full', async () => {
    const full: Migration = {
      name: '0002-full',
      up: () => Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })),
    };
    await expect(open(file, [step, full])).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringContaining('free some space'),
    });
    await open(file);
  });

  it('of a database that a newer program has upgraded', async () => {
    await filled();
    await expect(open(file)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(/newer version of this program \(0002-many\): start that version/),
    });
  });

  it.each([
    ['ENOSPC', 'free some space'],
    ['EDQUOT', 'free some space'],
    ['SQLITE_FULL', 'free some space'],
    ['SQLITE_READONLY', 'let the user of this process write'],
    ['EROFS', 'let the user of this process write'],
    ['SQLITE_CORRUPT', 'put your last backup'],
  ])('for %s', (code, advice) => {
    const fault = startFault('/data/a.db', new Error('no', { cause: Object.assign(new Error('no'), { code }) }));
    expect(fault).toMatchObject({ name: 'StartRefused', message: expect.stringContaining(advice) });
  });

  it('and nothing of what it does not know', () => {
    const error = new Error('something else');
    expect(startFault('/data/a.db', error)).toBe(error);
  });
});
