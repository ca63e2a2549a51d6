import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeOf, openPipelineFixture, secretText } from './pipeline-fixture.testing';
import { newId } from './platform/db';
import { BUDGETS } from './platform/http';

let notes: Awaited<ReturnType<typeof openPipelineFixture>>;
beforeAll(async () => {
  notes = await openPipelineFixture();
});
afterAll(() => notes.close());
const send: typeof notes.send = (...given) => notes.send(...given);
const add: typeof notes.add = (...given) => notes.add(...given);
const bearer: typeof notes.bearer = (...given) => notes.bearer(...given);

describe('input', () => {
  it('names the places of what is wrong and never the values', async () => {
    const wrong = await add({ text: '', more: secretText });
    expect(codeOf(wrong)).toEqual([400, 'invalid-input']);
    expect(wrong.body.data).toEqual({ issues: ['body.text', 'body.more'] });
  });

  it.each(['a b', '<b>', 'a[]', '😀'])('refuses an unknown key that it may not repeat: %s', async (name) => {
    const wrong = await add({ text: 'x', [name]: 1 });
    expect(codeOf(wrong)).toEqual([400, 'invalid-input']);
    expect(wrong.body.data).toEqual({ issues: ['body'] });
  });

  it.each([
    ['malformed JSON', '{"text":', 400],
    ['a NUL', '{"text":"a\\u0000"}', 400],
    ['a lone surrogate', '{"text":"a\\ud800"}', 400],
    ['no object', '"text"', 400],
    ['an array', '[]', 400],
    ['deep nesting', `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400],
    ['too much', JSON.stringify({ text: 'x'.repeat(256_000) }), 413],
    ['too much in two bytes a character', JSON.stringify({ text: 'é'.repeat(128_000) }), 413],
  ])('refuses %s', async (_, body, status) => {
    const headers = { ...bearer('a1'), 'idempotency-key': newId(), 'content-type': 'application/json' };
    expect((await send('POST', '/api/v1/notes', headers, body)).status).toBe(status);
  });

  it('takes some thousand bytes from a stranger, and more where the endpoint says so', async () => {
    const long = { text: 'x', more: 'x'.repeat(4_000) };
    const refused = await send('POST', '/api/v1/cookie', {}, long);
    expect([...codeOf(refused), refused.body.data]).toEqual([413, 'too-large', { maxBytes: 4_000 }]);
    expect(codeOf(await send('POST', '/api/v1/long', {}, { text: 'x'.repeat(200) }))[0]).toBe(200);
    expect(codeOf(await send('POST', '/api/v1/long', {}, long))).toEqual([400, 'invalid-input']);
    expect((await send('POST', '/hook/wx', { 'x-sign': '?' }, 'x'.repeat(32_001))).status).toBe(401);
    const told = { 'x-sign': '?', 'content-type': 'application/json' };
    expect(codeOf(await send('POST', '/hook/wx', told, `["${'x'.repeat(32_000)}"]`))).toEqual([413, 'too-large']);
  });

  it.each([
    ['thirty-three levels', `{"text":${'['.repeat(32)}${']'.repeat(32)}}`],
    ['more than twenty thousand members', `{"text":[${'1,'.repeat(20_000)}1]}`],
    ['more than twenty thousand keys', `{${'"k":1,'.repeat(10_001)}"text":"x"}`],
  ])('reads no body of %s, whatever its fields are', async (_, body) => {
    const headers = { ...bearer('a1'), 'idempotency-key': newId(), 'content-type': 'application/json' };
    expect(codeOf(await send('POST', '/api/v1/notes', headers, body))).toEqual([400, 'malformed-request']);
  });

  it('counts no brackets, commas and colons that stand in a text', async () => {
    const headers = { ...bearer('a1'), 'idempotency-key': newId(), 'content-type': 'application/json' };
    const marks = JSON.stringify({ text: `\\"${'[,{:'.repeat(40)}`, more: '[,'.repeat(30_000) });
    expect((await send('POST', '/api/v1/notes', headers, marks)).body.data).toEqual({ issues: ['body.more'] });
  });

  it('refuses other types and encodings it cannot read', async () => {
    const headers = { ...bearer('a1'), 'idempotency-key': newId() };
    const as = (type: Record<string, string>, body: string) =>
      send('POST', '/api/v1/notes', { ...headers, ...type }, body);
    expect(codeOf(await as({ 'content-type': 'text/plain' }, '{"text":"x"}'))).toEqual([415, 'unsupported-type']);
    expect(codeOf(await as({ 'content-type': 'application/x-www-form-urlencoded' }, 'text=x'))).toEqual([
      415,
      'unsupported-type',
    ]);
    expect((await as({ 'content-type': 'application/json', 'content-encoding': 'gzip' }, '{"text":"x"}')).status).toBe(
      400,
    );
    expect((await as({ 'content-type': 'application/json', 'content-encoding': 'zz' }, '{"text":"x"}')).status).toBe(
      415,
    );
  });

  it.each([
    '/api/v1/notes/%00',
    '/api/v1/notes/%',
    '/api/v1/notes/%E0%A4%A',
    `/api/v1/notes/${'9'.repeat(400)}`,
    '/%ff',
  ])('answers 400 to %s', async (where) => expect((await send('GET', where, bearer('a1'))).status).toBe(400));

  it('knows 404 and 405', async () => {
    expect(codeOf(await send('GET', '/api/v1/nothing'))).toEqual([404, 'not-found']);
    const other = await send('DELETE', '/api/v1/notes', bearer('a1'));
    expect(codeOf(other)).toEqual([405, 'method-not-allowed']);
    expect(other.headers.get('allow')).toBe('POST');
    expect((await send('POST', '/nowhere')).status).toBe(404);
    expect((await send('OPTIONS', '/api/v1/notes')).status).toBe(405);
  });

  const raw = (text: string): Promise<string> =>
    new Promise((done) => {
      const socket = connect(notes.port, '127.0.0.1', () => socket.write(text));
      let seen = '';
      socket.on('data', (bytes) => {
        seen += bytes.toString();
        socket.end();
      });
      socket.on('close', () => done(seen));
    });

  it.each([
    ['is no HTTP', 'GET /a\0b HTTP/1.1\r\n\r\n', 400, 'malformed-request'],
    ['has too long a head', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'too-large'],
    ['expects what nobody does', 'POST /hook/a HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n', 417, 'malformed-request'],
  ])('answers in the envelope what %s', async (_, text, status, code) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code, requestId: expect.any(String) });
    expect((await send('GET', '/healthz')).status).toBe(200);
  });

  it('serves the next request of a connection whose body was too long', async () => {
    const head =
      'POST /api/v1/cookie HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked';
    const chunk = `${(300_000).toString(16)}\r\n${'x'.repeat(300_000)}\r\n0\r\n\r\n`;
    const next = 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    const answers = await new Promise<string>((done) => {
      const socket = connect(notes.port, '127.0.0.1', () => socket.write(`${head}\r\n\r\n${chunk}${next}`));
      let seen = '';
      socket.on('data', (bytes) => (seen += bytes.toString()));
      socket.on('close', () => done(seen));
    });
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('does not log it as an error that somebody hung up', async () => {
    const before = notes.logged().length;
    await new Promise<void>((done) => {
      const socket = connect(notes.port, '127.0.0.1', () => {
        socket.write(
          'POST /api/v1/cookie HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
        );
        socket.resetAndDestroy();
      });
      socket.on('close', () => done());
    });
    await vi.waitFor(() => expect(notes.logged().slice(before)).toContain('"/api/v1/cookie"'));
    expect(notes.logged().slice(before)).not.toContain('"level":50');
  });

  it('grants so many requests a minute and address', async () => {
    const strict = await openPipelineFixture({ budgets: { ...BUDGETS, read: 3 } });
    const answers = [await strict.send('POST', '/hook/wx', { 'x-sign': '?' }, {})];
    for (let i = 0; i < 3; i++) answers.push(await strict.send('GET', '/api/v1/bang'));
    answers.push(await strict.send('POST', '/hook/wx', { 'x-sign': '?' }, {}));
    await strict.close();
    expect(answers.map((answer) => answer.status)).toEqual([401, 500, 500, 429, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('replies', () => {
  it('lets nothing out that the schema does not declare', async () => {
    const note = String((await add({ text: 'x' })).body.data?.id);
    expect(Object.keys((await send('GET', `/api/v1/notes/${note}`, bearer('a1'))).body.data ?? {})).not.toContain(
      'ownerId',
    );
  });

  it('tags public reads and answers 304', async () => {
    const note = String((await add({ text: 'x' })).body.data?.id);
    const first = await send('GET', `/api/v1/public/${note}`);
    const etag = first.headers.get('etag') ?? '';
    expect((await send('GET', `/api/v1/public/${note}`, { 'if-none-match': etag })).status).toBe(304);
    expect((await send('GET', `/api/v1/public/${note}`, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await send('GET', `/api/v1/notes/${note}`, bearer('a1'))).headers.get('cache-control')).toBe('no-store');
  });

  it('says nothing about a bug but the id of the request', async () => {
    const answer = await send('GET', '/api/v1/bang');
    expect(answer.body).toEqual({ code: 'internal', requestId: answer.headers.get('x-request-id') });
    expect(notes.logged()).not.toContain('11010519491231');
    expect(notes.logged()).toContain('request failed');
  });

  it('keeps cookies from scripts and other sites', async () => {
    const answer = await send('POST', '/api/v1/cookie', { cookie: 't=before' }, { text: 'after' });
    expect(answer.body.data?.text).toBe('before');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^t=after; path=\/api\/v1; expires=.*; samesite=strict; httponly$/i,
    );
  });

  it('marks cookies secure where people come by https, wherever TLS ends', async () => {
    const behind = await openPipelineFixture({ publicUrl: 'https://kao.example.cn' });
    const answer = await behind.send('POST', '/api/v1/cookie', {}, { text: 'x' });
    await behind.close();
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-t=x; path=\/; .*samesite=strict; secure; httponly$/i);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });

  it.each(['/healthz', '/api/v1/notes/none'])('is framed by nobody: %s', async (path) => {
    const { headers } = await send('GET', path);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('sends data as what draws and runs nothing', async () => {
    const { headers } = await send('GET', '/api/v1/notes/none');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
  });

  it('notes a refusal that the contract does not announce', async () => {
    expect(
      (await send('PATCH', '/api/v1/notes/x', { ...bearer('a1'), 'if-match': '"1"' }, { text: 'undeclared' })).status,
    ).toBe(409);
    expect(notes.logged()).toContain('refusal not in the contract');
  });

  it('describes itself', async () => {
    const answer = await fetch(`${notes.url}/openapi.json`);
    expect(await answer.json()).toMatchObject({
      openapi: '3.1.0',
      paths: { '/api/v1/notes/{id}': { get: { operationId: 'getNote' }, patch: { operationId: 'changeNote' } } },
    });
    expect((await send('GET', '/readyz')).status).toBe(200);
  });
});
