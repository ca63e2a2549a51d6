import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { dayAt, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, noteRecord, openPipelineFixture } from './pipeline-fixture.testing';
import type { Clock } from './platform/clock';
import { openDb, updateWhere } from './platform/db';
import { BUDGETS, keptReads } from './platform/http';

let business = instantAt(localDate('2026-11-23'), timeOfDay('23:59'));
const clock: Clock = {
  demonstration: true,
  businessNow: () => business,
  wallNow: Date.now,
  advanceTo: () => Promise.resolve(),
  keep: () => Promise.resolve(),
};

let notes: Awaited<ReturnType<typeof openPipelineFixture>>;
beforeAll(async () => {
  notes = await openPipelineFixture({ clock, budgets: { ...BUDGETS, read: 60 } });
});
afterAll(() => notes.close());

const added = async (text: string): Promise<string> => String((await notes.add({ text })).body.data?.id);
const read = (id: string, headers: Record<string, string> = {}) => notes.send('GET', `/api/v1/public/${id}`, headers);
/** How often the handler ran meanwhile. */
const readings = async (act: () => Promise<unknown>): Promise<number> => {
  const before = notes.observed.read.length;
  await act();
  return notes.observed.read.length - before;
};

/** The bytes as they came, which `fetch` would unpack. */
const rawBytes = (id: string, encoding: string): Promise<{ encoding: string | undefined; bytes: Buffer }> =>
  new Promise((done, failed) => {
    const headers = { 'accept-encoding': encoding };
    request(`${notes.url}/api/v1/public/${id}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done({ encoding: answer.headers['content-encoding'], bytes: Buffer.concat(chunks) }));
    })
      .on('error', failed)
      .end();
  });

describe('what strangers read', () => {
  it('is read once for all who ask, within nobody’s budget', async () => {
    const id = await added('x');
    const all = () => Promise.all(Array.from({ length: 10 }, () => read(id)));
    expect(await readings(all)).toBe(1);
    const answers = [...(await all()), ...(await all())];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.data?.text))).toEqual(new Set(['x']));
    // under the id of the request that read it, whose line stands in the log
    const ids = answers.flatMap(({ headers, body }) => [headers.get('x-request-id'), body.requestId]);
    expect(new Set(ids).size).toBe(1);
    expect(notes.logged()).toContain(String(ids[0]));
  });

  it('is one answer however its address is spelled', async () => {
    const id = await added('x');
    const spelled = [`id=${id}&of=a`, `of=a&id=${id}`, `of=%61&id=${id}`];
    const ask = async () => {
      for (const query of spelled) expect((await notes.send('GET', `/api/v1/found?${query}`)).status).toBe(200);
    };
    expect(await readings(ask)).toBe(1);
  });

  it('comes packed as the client takes it, and alike', async () => {
    const id = await added('长'.repeat(60));
    const plain = (await rawBytes(id, 'identity')).bytes.toString();
    const [br, gzip] = [await rawBytes(id, 'gzip, deflate, br'), await rawBytes(id, 'gzip;q=0.5, br;q=0')];
    expect([br.encoding, gzip.encoding]).toEqual(['br', 'gzip']);
    expect([brotliDecompressSync(br.bytes).toString(), gunzipSync(gzip.bytes).toString()]).toEqual([plain, plain]);
    expect(JSON.parse(plain)).toMatchObject({ code: 'ok', data: { text: '长'.repeat(60) } });
  });

  it('is not sent to whoever has it', async () => {
    const id = await added('x');
    const etag = (await read(id)).headers.get('etag') ?? '';
    const again = async () => {
      const answer = await read(id, { 'if-none-match': etag, 'cache-control': 'no-cache' });
      expect([answer.status, answer.headers.get('etag'), answer.headers.get('x-content-type-options')]).toEqual([
        304,
        etag,
        'nosniff',
      ]);
      expect((await read(id, { 'if-none-match': '"other"' })).status).toBe(200);
    };
    expect(await readings(again)).toBe(0);
  });

  it('is read again once it has changed, and not before a change is kept', async () => {
    const id = await added('x');
    expect((await read(id)).body.data?.text).toBe('x');
    const failing = notes.db.tx(async (h) => {
      await updateWhere(h, noteRecord, { id }, { text: 'undone' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect((await read(id)).body.data?.text).toBe('x');
    await notes.db.tx((h) => updateWhere(h, noteRecord, { id }, { text: 'y' }));
    expect((await read(id)).body.data?.text).toBe('y');
    await notes.db.tx((h) => h.run('DELETE FROM t_note WHERE id = ?', [id]));
    expect((await read(id)).status).toBe(404);
  });

  it('is read again at midnight', async () => {
    const id = await added('day');
    expect((await read(id)).body.data?.text).toBe(dayAt(business));
    business += 60_000;
    expect((await read(id)).body.data?.text).toBe('2026-11-24');
  });

  it('may not rest on what changes without being counted', async () => {
    expect((await notes.send('GET', '/api/v1/uncounted')).status).toBe(500);
    expect(notes.logged()).toContain('t_uncounted');
  });
});

describe('what is kept', () => {
  const kept = (text: string) => {
    const bytes = Buffer.alloc(1_000, text);
    const heads = { none: [], identity: [], gzip: [], br: [] };
    return {
      route: 'r',
      etag: text,
      requestId: 'q',
      bytes: { identity: bytes, gzip: bytes, br: bytes },
      heads,
      isWorthIt: true,
    };
  };
  let revision = 0;
  const keep = (most: number) => {
    const db = { ...notes.db, publishedRevision: () => String(revision) };
    return keptReads({ db, clock }, most);
  };

  it('stays below its limit, and what is asked for stays longest', async () => {
    const reads = keep(40_000);
    await reads.findOrMake('/hot', async () => kept('hot'));
    for (let n = 0; n < 100; n++) {
      await reads.findOrMake(`/odd?${n}`, async () => kept('odd'));
      expect(reads.find('/hot')).toMatchObject({ etag: 'hot' });
    }
    const left = Array.from({ length: 100 }, (_, n) => reads.find(`/odd?${n}`)).filter((found) => found !== null);
    expect(left.length).toBeLessThan(6);
  });

  it('holds nothing that is too long, or that its maker will not have kept', async () => {
    const reads = keep(30_000);
    await reads.findOrMake('/long', async () => kept('long'));
    expect(reads.find('/long')).toBeNull();
    await reads.findOrMake('/odd', async () => ({ ...kept('odd'), isWorthIt: false }));
    expect(reads.find('/odd')).toBeNull();
  });

  it('is never older than a change that came while it was made', async () => {
    const reads = keep(50_000);
    let changed: () => void = () => undefined;
    const old = reads.findOrMake('/a', () => new Promise((done) => (changed = () => done(kept('old')))));
    revision += 1;
    await new Promise(setImmediate);
    const next = reads.findOrMake('/a', async () => kept('new'));
    expect((await next).etag).toBe('new');
    changed();
    expect((await old).etag).toBe('old');
    expect(reads.find('/a')).toMatchObject({ etag: 'new' });
  });

  it('is not asked for by what may be asked without end', async () => {
    const id = await added('x');
    const search = () => notes.send('GET', `/api/v1/found?id=${id}&q=1`, notes.bearer('searcher'));
    expect(await readings(() => Promise.all([search(), search()]))).toBe(2);
  });
});

describe('budgets', () => {
  const found = (headers: Record<string, string>) => notes.send('GET', '/api/v1/found?id=none&q=1', headers);

  it('are an account’s where one is known, and an address’s for those who are not', async () => {
    const spend = async (headers: Record<string, string>) => {
      const answers = [];
      for (let n = 0; n < 61; n++) answers.push(codeOf(await found(headers)));
      return answers;
    };
    expect((await spend({})).at(-1)).toEqual([429, 'too-many-requests']);
    expect(await spend(notes.bearer('b1'))).toEqual([
      ...Array.from({ length: 60 }, () => [404, 'not-found']),
      [429, 'too-many-requests'],
    ]);
    expect(codeOf(await found(notes.bearer('b2')))).toEqual([404, 'not-found']);
    expect(codeOf(await found({ authorization: 'Bearer a.b.c' }))).toEqual([429, 'too-many-requests']);
  });
});

/** An embedded file is one process's alone. */
const servers = [process.env.TEST_DATABASE_URL ?? ''].filter((url) => url !== '');

describe.each(servers)('several servers on one database', (serverUrl) => {
  it('know of one another’s changes before their authors are answered', async () => {
    const [named] = await notes.db.read((h) => h.query<{ name: string }>('SELECT DATABASE() AS name'));
    const url = new URL(serverUrl);
    url.pathname = `/${named?.name}`;
    const other = await openDb({ kind: 'server', url: url.href }, [noteRecord]);
    const reader = notes.bearer('reader');
    const id = await added('0');
    expect((await read(id, reader)).body.data?.text).toBe('0');
    // asked again and again, what is known of the others is some milliseconds old when they change something
    const asking = setInterval(() => void notes.db.publishedRevision(), 1);
    for (let n = 1; n <= 10; n++) {
      const before = await notes.db.publishedRevision();
      await other.tx((h) => updateWhere(h, noteRecord, { id }, { text: String(n) }));
      expect(await notes.db.publishedRevision()).not.toBe(before);
    }
    clearInterval(asking);
    expect((await read(id, reader)).body.data?.text).toBe('10');
    await other.close();
  });
});
