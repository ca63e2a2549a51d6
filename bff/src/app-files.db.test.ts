import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, openPipelineFixture } from './pipeline-fixture.testing';
import { verifyChain } from './platform/audit';

let notes: Awaited<ReturnType<typeof openPipelineFixture>>;
beforeAll(async () => {
  notes = await openPipelineFixture();
});
afterAll(() => notes.close());
const send: typeof notes.send = (...given) => notes.send(...given);
const bearer: typeof notes.bearer = (...given) => notes.bearer(...given);

describe('files and webhooks', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const form = (bytes: Buffer, field = 'file', name = '照片.png') => {
    const data = new FormData();
    data.append(field, new Blob([new Uint8Array(bytes)]), name);
    return data;
  };
  const put = (body: FormData) => send('POST', '/api/v1/files', bearer('a1'), body);

  it('keeps the very bytes, sealed, and shows them by a link that ends', async () => {
    const added = await put(form(PNG));
    expect(codeOf(added)).toEqual([200, 'ok']);
    const fileId = String(added.body.data?.id);
    const answer = await fetch(`${notes.url}/api/v1/files/${fileId}`, { headers: bearer('a1') });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''p.png");
    const link = String(added.body.data?.text);
    expect((await fetch(`${notes.url}${link}`)).headers.get('content-type')).toBe('image/png');
    expect((await fetch(`${notes.url}${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
  });

  it('refuses what is too large, of another kind, broken, or in another field', async () => {
    expect(codeOf(await put(form(Buffer.alloc(10_000_001))))).toEqual([413, 'too-large']);
    expect((await put(form(Buffer.from('%PDF-1.7 ...')))).body).toMatchObject({
      code: 'file-refused',
      data: { why: 'unsupported-type' },
    });
    expect((await put(form(PNG.subarray(0, 45)))).body).toMatchObject({
      code: 'file-refused',
      data: { why: 'damaged' },
    });
    expect(codeOf(await put(form(PNG, 'other')))).toEqual([400, 'malformed-request']);
    expect(codeOf(await put(new FormData()))).toEqual([400, 'invalid-input']);
    expect(codeOf(await send('POST', '/api/v1/files', bearer('a1'), {}))).toEqual([415, 'unsupported-type']);
    const torn = { ...bearer('a1'), 'content-type': 'multipart/form-data; boundary=x' };
    expect(codeOf(await send('POST', '/api/v1/files', torn, '--x\r\nnothing'))).toEqual([400, 'malformed-request']);
  });

  it('hands a webhook its raw body', async () => {
    const knock = (body: string, sign: string) =>
      send('POST', '/hook/wx', { 'content-type': 'application/json', 'x-sign': sign }, body);
    expect((await knock('{"a": 1}', '{"a": 1}')).status).toBe(204);
    expect(await knock('{"a": 1}', '{"a":1}')).toMatchObject({ status: 401, body: { code: 'FAIL' } });
    expect(await notes.db.read(verifyChain)).toEqual({ ok: true, events: 1 });
  });
});

describe('the site', () => {
  it('serves files, zipped where wanted, and the page for every other path', async () => {
    const script = await send('GET', '/js/app.0123abcd.js', { 'accept-encoding': 'gzip' });
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const where of ['/', '/pages/notices/index']) {
      const page = await fetch(`${notes.url}${where}`);
      expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
        200,
        'no-cache',
        '<h1>首页</h1>',
      ]);
    }
  });

  it.each([
    '/link.txt',
    '/%2e%2e/secret.txt',
    '/js/..%2f..%2fsecret.txt',
    '/js/%5c..%5csecret.txt',
    '/.hidden.js',
    '/no.js',
  ])('does not serve %s', async (where) => expect((await send('GET', where)).status).toBe(404));
});

describe('compression', () => {
  const ask = (where: string, encodings: string) =>
    fetch(`${notes.url}${where}`, { headers: { 'accept-encoding': encodings } });
  const encodingOf = async (where: string, encodings: string) =>
    (await ask(where, encodings)).headers.get('content-encoding');

  it('packs long replies as the caller can read them, and says that they differ by it', async () => {
    const plain = await ask('/openapi.json', 'identity');
    expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([null, 'Accept-Encoding']);
    const text = await plain.text();
    for (const [asked, used] of [
      ['gzip', 'gzip'],
      ['gzip, deflate', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
    ] as const) {
      const packed = await ask('/openapi.json', asked);
      expect(packed.headers.get('content-encoding')).toBe(used);
      expect(await packed.text()).toBe(text);
    }
  });

  it('leaves alone what is short, and what the site has packed before', async () => {
    expect(await encodingOf('/healthz', 'gzip, br')).toBeNull();
    expect(await encodingOf('/js/app.0123abcd.js', 'gzip, br')).toBe('gzip');
  });

  it('sends files as they are, so that one which breaks off is seen to', async () => {
    expect(await encodingOf('/api/v1/sheets/whole', 'gzip, br')).toBeNull();
    expect(await (await ask('/api/v1/sheets/whole', 'gzip, br')).text()).toHaveLength(7_000);
    // the end may come before the head of the answer has gone out
    await expect(ask('/api/v1/sheets/broken', 'gzip, br').then((answer) => answer.text())).rejects.toThrow(
      /^(terminated|fetch failed)$/,
    );
  });
});
