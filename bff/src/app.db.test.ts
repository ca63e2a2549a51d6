import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, openPipelineFixture } from './pipeline-fixture.testing';
import { verifyChain } from './platform/audit';
import { newId } from './platform/db';
import { BUDGETS } from './platform/http';
import { proveCount } from './prove-count.testing';

let notes: Awaited<ReturnType<typeof openPipelineFixture>>;
beforeAll(async () => {
  notes = await openPipelineFixture({ budgets: { ...BUDGETS, write: 1_000_000 } });
});
afterAll(() => notes.close());
const send: typeof notes.send = (...given) => notes.send(...given);
const add: typeof notes.add = (...given) => notes.add(...given);
const bearer: typeof notes.bearer = (...given) => notes.bearer(...given);

describe('auth', () => {
  it('wants a token of ours that has not ended, of an account that still is', async () => {
    const where = '/api/v1/notes/x';
    expect(codeOf(await send('GET', where))).toEqual([401, 'not-signed-in']);
    expect(codeOf(await send('GET', where, { authorization: 'Bearer a.b.c' }))).toEqual([401, 'not-signed-in']);
    expect(codeOf(await send('GET', where, bearer('a1', 'candidate', Date.now() - 900_000)))).toEqual([
      401,
      'not-signed-in',
    ]);
    expect(codeOf(await send('GET', where, bearer('gone')))).toEqual([401, 'not-signed-in']);
    expect(codeOf(await send('GET', where, bearer('a1')))).toEqual([404, 'not-found']);
  });

  it('lets in staff who hold one of the roles, and nobody else', async () => {
    expect(codeOf(await send('GET', '/api/v1/staff/note', bearer('a1')))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('GET', '/api/v1/staff/note', bearer('fin', 'staff')))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('GET', '/api/v1/staff/note', bearer('rev', 'staff')))).toEqual([200, 'ok']);
  });
});

describe('a command', () => {
  it('takes effect once for one key, tells it again, and refuses the key for anything else', async () => {
    const key = newId();
    const first = await add({ text: 'one' }, key);
    expect(codeOf(first)).toEqual([200, 'ok']);
    expect(first.body.data).toEqual({ id: expect.any(String), text: 'one', version: 1, paid: 0 });
    expect((await add({ text: 'one' }, key)).body.data).toEqual(first.body.data);
    expect(codeOf(await add({ text: 'two' }, key))).toEqual([422, 'idempotency-key-reused']);
    expect(codeOf(await add({ text: 'one' }, key, 'a2'))).toEqual([422, 'idempotency-key-reused']);
    const elsewhere = { ...bearer('a1'), 'idempotency-key': key };
    expect(codeOf(await send('POST', '/api/v1/notes/x/payments', elsewhere))).toEqual([422, 'idempotency-key-reused']);
    expect(await notes.countOf('one')).toBe(1);
    expect(notes.observed.heard.filter((id) => id === first.body.data?.id)).toHaveLength(1);
  });

  it('has one effect when the same request comes many times at once, while a key of its own each has as many', async () => {
    const key = newId();
    const many = Array.from({ length: proveCount(20) }, (_, at) => at);
    const answers = await Promise.all(many.map(() => add({ text: 'once' }, key)));
    expect(new Set(answers.map((answer) => answer.body.data?.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(await notes.countOf('once')).toBe(1);
    await Promise.all(many.map(() => add({ text: 'many' })));
    expect(await notes.countOf('many')).toBe(many.length);
  });

  it('wants a key of 8 to 64 characters', async () => {
    expect(codeOf(await send('POST', '/api/v1/notes', bearer('a1'), { text: 'x' }))).toEqual([
      400,
      'idempotency-key-missing',
    ]);
    expect(codeOf(await add({ text: 'x' }, '1234567'))).toEqual([400, 'invalid-input']);
    expect(codeOf(await add({ text: 'x' }, '12345678'))).toEqual([200, 'ok']);
    expect(codeOf(await add({ text: 'x' }, 'k'.repeat(64)))).toEqual([200, 'ok']);
    expect(codeOf(await add({ text: 'x' }, 'k'.repeat(65)))).toEqual([400, 'invalid-input']);
  });

  it('leaves no trace when an event handler throws, neither note, key nor audit; the key stays usable', async () => {
    const key = newId();
    const before = await notes.db.read(verifyChain);
    const failed = await add({ text: 'unheard' }, key);
    expect(codeOf(failed)).toEqual([500, 'internal']);
    expect(failed.body).toEqual({ code: 'internal', requestId: expect.any(String) });
    expect(notes.logged()).toContain(failed.body.requestId);
    expect(notes.logged()).not.toContain('11010519491231002X');
    expect(await notes.countOf('unheard')).toBe(0);
    expect(await notes.db.read(verifyChain)).toEqual(before);
    expect(codeOf(await add({ text: 'heard' }, key))).toEqual([200, 'ok']);
    expect(await notes.db.read(verifyChain)).toEqual({ ok: true, events: 'events' in before ? before.events + 1 : 0 });
  });

  it('calls the outside after the commit, and again on a replay while it has not answered', async () => {
    const note = (await add({ text: 'x' })).body.data?.id;
    const headers = { ...bearer('a1'), 'idempotency-key': newId() };
    notes.observed.outage = true;
    expect(codeOf(await send('POST', `/api/v1/notes/${String(note)}/payments`, headers))).toEqual([
      502,
      'payment-unavailable',
    ]);
    notes.observed.outage = false;
    const paid = await send('POST', `/api/v1/notes/${String(note)}/payments`, headers);
    expect(paid.body.data).toMatchObject({ paid: 5 });
    expect((await send('POST', `/api/v1/notes/${String(note)}/payments`, headers)).body.data).toEqual(paid.body.data);
    expect(notes.observed.outside).toEqual([note, note]);
  });

  it('changes a draft only from the version named', async () => {
    const note = String((await add({ text: 'x' })).body.data?.id);
    const where = `/api/v1/notes/${note}`;
    const read = await send('GET', where, bearer('a1'));
    expect(read.headers.get('etag')).toBe('"1"');
    expect(codeOf(await send('PATCH', where, bearer('a1'), { text: 'y' }))).toEqual([412, 'changed-meanwhile']);
    const change = (version: string, text: string) =>
      send('PATCH', where, { ...bearer('a1'), 'if-match': version }, { text });
    expect((await change('"1"', 'y')).headers.get('etag')).toBe('"2"');
    expect(codeOf(await change('"1"', 'z'))).toEqual([412, 'changed-meanwhile']);
    expect(codeOf(await change('*', 'z'))).toEqual([412, 'changed-meanwhile']);
    const fromWechat = { ...bearer('a1'), 'if-match': '"2"', 'x-http-method-override': 'PATCH' };
    expect((await send('POST', where, fromWechat, { text: 'z' })).headers.get('etag')).toBe('"3"');
  });
});
