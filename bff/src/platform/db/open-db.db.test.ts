import { afterEach, describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import {
  type Db,
  type Migration,
  bigint,
  blob,
  bool,
  day,
  findLocked,
  findRow,
  id,
  insert,
  instant,
  int,
  isDuplicate,
  json,
  longText,
  newId,
  nullable,
  record,
  ref,
  refuseInsideTx,
  text,
  updateWhere,
  word,
} from './index';
import { fixedCrypto } from './fixed-crypto.testing';
import { openThrowawayDb } from './throwaway';
import { proveCount } from '../../prove-count.testing';

const shelf = record('t_shelf', { id: id(), code: text(40) }, { unique: { uq_t_shelf_code: ['code'] } });
const book = record(
  't_book',
  {
    id: id(),
    shelfId: ref(),
    title: text(80),
    state: word<'in' | 'out'>(),
    pages: int(),
    readers: bigint(),
    lost: bool(),
    facts: json<{ tags: string[] }>(),
    notes: nullable(longText()),
    bought: day(),
    lentAt: nullable(instant()),
    cover: nullable(blob()),
  },
  {
    unique: { uq_t_book_title: ['shelfId', 'title'] },
    index: { ix_t_book_state: ['state', 'lentAt'] },
    foreign: { fk_t_book_shelf: { column: 'shelfId', references: 't_shelf', onDelete: 'CASCADE' } },
  },
);
const migrations: Migration[] = [
  {
    name: '0001-books',
    up: async (schema) => {
      await schema.table('t_shelf', { id: id(), code: text(40) }, { unique: { uq_t_shelf_code: ['code'] } });
      await schema.table(
        't_book',
        {
          id: id(),
          shelfId: ref(),
          title: text(80),
          state: word(),
          pages: int(),
          readers: bigint(),
          lost: bool(),
          facts: json(),
          notes: nullable(longText()),
          bought: day(),
          lentAt: nullable(instant()),
          cover: nullable(blob()),
        },
        {
          unique: { uq_t_book_title: ['shelfId', 'title'] },
          index: { ix_t_book_state: ['state', 'lentAt'] },
          foreign: { fk_t_book_shelf: { column: 'shelfId', references: 't_shelf', onDelete: 'CASCADE' } },
        },
      );
    },
  },
];

const aBook = (shelfId: string, title = 'a') => ({
  id: newId(),
  shelfId,
  title,
  state: 'in' as const,
  pages: 7,
  readers: 2 ** 40,
  lost: false,
  facts: { tags: ['技', '"', '\\'] },
  notes: '长'.repeat(100_000),
  bought: localDate('2026-02-28'),
  lentAt: Date.UTC(2026, 10, 23, 1, 2, 3, 456),
  cover: Buffer.from([0, 1, 255]),
});

const engines: [string, string | undefined][] = [['libsql', '']];
if (process.env.TEST_DATABASE_URL) engines.push(['server', process.env.TEST_DATABASE_URL]);

describe.each(engines)('on %s', (_, url) => {
  let db: Db;
  const open = async () => (db = await openThrowawayDb([shelf, book], migrations, url));
  afterEach(() => db.close());

  it('has no schema difference after its migrations, and runs them once', async () => {
    await open();
    await db.migrate(migrations, { crypto: fixedCrypto() });
    expect(await db.schemaDiff()).toEqual([]);
  });

  it('brings every kind of value back as it went in', async () => {
    await open();
    const shelfId = newId();
    const row = aBook(shelfId);
    await db.tx(async (h) => {
      await insert(h, shelf, { id: shelfId, code: 'x' });
      await insert(h, book, row);
    });
    expect(await db.read((h) => h.repo(book).findOneBy({ lentAt: row.lentAt }))).toEqual(row);
    expect(await db.read((h) => findRow(h, book, { shelfId, title: row.title }))).toEqual(row);
    expect(await db.read((h) => findRow(h, book, { shelfId, title: 'A' }))).toBeNull();
    await db.tx((h) => updateWhere(h, book, { id: row.id }, { lentAt: null, notes: null, cover: null, lost: true }));
    expect(await db.read((h) => h.repo(book).findOneBy({ lost: true }))).toEqual({
      ...row,
      lentAt: null,
      notes: null,
      cover: null,
      lost: true,
    });
  });

  it('binds null or bytes as the only parameter', async () => {
    await open();
    for (const param of [null, Buffer.from([1])]) {
      expect(await db.read((h) => h.query('SELECT 1 AS one FROM t_shelf WHERE code = ?', [param]))).toEqual([]);
      expect(await db.tx((h) => h.run('UPDATE t_book SET cover = ?', [param]))).toBe(0);
    }
  });

  it('tells keys apart by every byte, and names the one that was hit', async () => {
    await open();
    const codes = ['abC', 'ABC', 'abc', 'abc ', 'é', 'e', '①', '1'];
    await db.tx((h) =>
      insert(
        h,
        shelf,
        codes.map((code) => ({ id: newId(), code })),
      ),
    );
    const error = await db.tx((h) => insert(h, shelf, { id: newId(), code: 'é' })).catch((e: unknown) => e);
    expect([isDuplicate(error), isDuplicate(error, 'uq_t_shelf_code'), isDuplicate(error, 'uq_t_book_title')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isDuplicate(new Error('other'))).toBe(false);
  });

  it('rolls back what throws, and counts the rows of a conditional update', async () => {
    await open();
    const one = newId();
    await db.tx((h) => insert(h, shelf, { id: one, code: 'kept' }));
    await expect(
      db.tx(async (h) => {
        await insert(h, shelf, { id: newId(), code: 'lost' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await db.read((h) => h.repo(shelf).count())).toBe(1);
    expect(await db.tx((h) => updateWhere(h, shelf, { id: one, code: 'kept' }, { code: 'kept' }))).toBe(1);
    expect(await db.tx((h) => updateWhere(h, shelf, { id: one, code: 'other' }, { code: 'x' }))).toBe(0);
    expect(await db.tx((h) => h.run('UPDATE t_shelf SET code = ? WHERE id = ?', ['y', one]))).toBe(1);
  });

  it('refuses a finished handle, a write on a read handle, nesting, and the outside inside', async () => {
    await open();
    const kept = await db.tx(async (h) => ({ h, repo: h.repo(shelf) }));
    await expect(kept.repo.count()).rejects.toThrow('finished');
    await expect(kept.h.query('SELECT 1')).rejects.toThrow('finished');
    await expect(db.read((h) => insert(h, shelf, { id: newId(), code: 'a' }))).rejects.toThrow('does not write');
    await expect(db.tx(() => db.read((h) => h.repo(shelf).count()))).rejects.toThrow('another handle');
    await expect(db.tx(async () => refuseInsideTx('network'))).rejects.toThrow('network');
    expect(() => refuseInsideTx('network')).not.toThrow();
  });

  it('loses no write among many at once, while its unguarded twin does', async () => {
    const many = proveCount(50);
    await open();
    const [shelfId, counted, twin] = [newId(), newId(), newId()];
    await db.tx(async (h) => {
      await insert(h, shelf, { id: shelfId, code: 'x' });
      await insert(h, book, [
        { ...aBook(shelfId, 'counted'), id: counted, pages: 0 },
        { ...aBook(shelfId, 'twin'), id: twin, pages: 0 },
      ]);
    });
    const pagesOf = async (bookId: string) =>
      (await db.read((h) => h.repo(book).findOneByOrFail({ id: bookId }))).pages;
    const atOnce = (fn: () => Promise<unknown>) => Promise.all(Array.from({ length: many }, fn));
    await atOnce(() =>
      db.tx(async (h) => {
        const row = await findLocked(h, book, { id: counted });
        await updateWhere(h, book, { id: counted }, { pages: (row?.pages ?? 0) + 1 });
      }),
    );
    expect(await pagesOf(counted)).toBe(many);
    // what anybody would write first: read in one turn, write in another
    await atOnce(async () => {
      const pages = await pagesOf(twin);
      await db.tx((h) => updateWhere(h, book, { id: twin }, { pages: pages + 1 }));
    });
    expect(await pagesOf(twin)).toBeLessThan(many);
  });
});
