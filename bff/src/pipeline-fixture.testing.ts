import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endpoint } from '@jikaotong/shared/contract';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { createApp, records } from './app';
import { migrations } from './migrations';
import { type Clock, wallClock } from './platform/clock';
import { demonstrationSecrets, loadConfig } from './platform/config';
import { cryptoOf } from './platform/crypto';
import { type Db, type Migration, id, insert, int, newId, record, ref, text, updateWhere } from './platform/db';
import { openThrowawayDb } from './platform/db/throwaway';
import { type StoredFile, fileRecord, filesIn, recordFile } from './platform/files';
import {
  BUDGETS,
  type Budgets,
  type Feature,
  type Subscription,
  type JobHandler,
  action,
  command,
  defineEvent,
  download,
  errorForLog,
  on,
  publishedQuery,
  query,
  refuse,
  serverOf,
  stream,
  upload,
  webhook,
} from './platform/http';
import { openPdf } from './platform/pdf';
import { openSms } from './platform/sms';
import { openWechat } from './platform/wechat';

const columns = { id: id(), ownerId: ref(), text: text(200), version: int(), paid: int() };
export const noteRecord = record('t_note', columns, { published: true });
const uncountedRecord = record('t_uncounted', { id: id() });
const noteTable: Migration = {
  name: '9999-notes',
  up: async (schema) => {
    await schema.table('t_note', columns);
    await schema.table('t_uncounted', { id: id() });
  },
};

const Note = z.object({ id: z.string(), text: z.string(), version: z.int(), paid: z.int() });
const NoteBody = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(200)) });
const IdParams = z.strictObject({ id: z.string().check(z.maxLength(64)) });
const base = { who: 'signed-in', reply: Note, refusals: [] } as const;
const addNote = endpoint({ ...base, name: 'addNote', method: 'POST', path: '/notes', body: NoteBody });
const payNote = endpoint({ ...base, name: 'payNote', method: 'POST', path: '/notes/:id/payments', params: IdParams });
const getNote = endpoint({ ...base, name: 'getNote', method: 'GET', path: '/notes/:id', params: IdParams });
const staffNote = endpoint({ ...base, who: ['reviewer'], name: 'staffNote', method: 'GET', path: '/staff/note' });
const publicNote = endpoint({
  ...base,
  who: 'anybody',
  name: 'publicNote',
  method: 'GET',
  path: '/public/:id',
  params: IdParams,
});
const uncounted = endpoint({ ...base, who: 'anybody', name: 'uncounted', method: 'GET', path: '/uncounted' });
const foundNote = endpoint({
  ...base,
  who: 'anybody',
  name: 'foundNote',
  method: 'GET',
  path: '/found',
  query: z.strictObject({ id: z.string(), of: z.optional(z.string()), q: z.optional(z.string()) }),
});
const bang = endpoint({ ...base, who: 'anybody', name: 'bang', method: 'GET', path: '/bang' });
const cookie = endpoint({ ...base, who: 'anybody', name: 'cookie', method: 'POST', path: '/cookie', body: NoteBody });
const long = endpoint({
  ...base,
  who: 'anybody',
  name: 'long',
  method: 'POST',
  path: '/long',
  body: NoteBody,
  maxBytes: 8_000,
});
const changeNote = endpoint({
  ...base,
  name: 'changeNote',
  method: 'PATCH',
  path: '/notes/:id',
  params: IdParams,
  body: NoteBody,
  ifMatch: true,
});
const addFile = endpoint({ ...base, name: 'addFile', method: 'POST', path: '/files', kind: 'upload', limit: 'upload' });
const getFile = endpoint({
  ...base,
  name: 'getFile',
  method: 'GET',
  path: '/files/:id',
  kind: 'download',
  params: IdParams,
});

const getSheet = endpoint({
  ...base,
  who: 'anybody',
  name: 'getSheet',
  method: 'GET',
  path: '/sheets/:id',
  kind: 'download',
  params: IdParams,
});

const noteAdded = defineEvent<{ noteId: string }>('noteAdded');
export const secretText = '身份证11010519491231002X';
/** What the tests look at and turn. */
export type Observed = { outside: string[]; heard: string[]; outage: boolean; read: string[] };

const load = async (h: Parameters<Parameters<Db['read']>[0]>[0], noteId: string) =>
  (await h.repo(noteRecord).findOneBy({ id: noteId })) ?? refuse('not-found');

/** Who hears of a note. */
const wiringOf = (observed: Observed): readonly Subscription[] => [
  on(noteAdded, async (ctx, { noteId }) => {
    observed.heard.push(noteId);
    if ((await load(ctx.h, noteId)).text === 'unheard') throw new Error(secretText);
  }),
];

/** A feature of notes, only to see the pipeline work. */
const notesOf = (observed: Observed): Feature => ({
  name: 'notes',
  records: [noteRecord, uncountedRecord],
  actorOf: async (_h, { accountId, kind }) =>
    accountId === 'gone'
      ? null
      : {
          accountId,
          kind,
          grants: kind === 'staff' ? [{ bodyId: 'b', roles: [accountId === 'rev' ? 'reviewer' : 'finance'] }] : [],
        },
  routes: [
    command(addNote, {
      before: async (outside) => `${outside.input.body.text}`,
      handle: async (ctx, before) => {
        const note = { id: newId(), ownerId: ctx.actor.accountId, text: before, version: 1, paid: 0 };
        await insert(ctx.h, noteRecord, note);
        ctx.audit('job-retried', { noteId: note.id });
        await ctx.emit(noteAdded({ noteId: note.id }));
        return { id: note.id };
      },
      present: (ctx, noteId) => load(ctx.h, noteId),
    }),
    command(payNote, {
      handle: async (ctx) => ({ id: (await load(ctx.h, ctx.input.params.id)).id }),
      call: async (_outside, noteId) => {
        observed.outside.push(noteId);
        if (observed.outage) refuse('payment-unavailable');
        return 5;
      },
      finish: async (ctx, noteId, answer) => {
        await updateWhere(ctx.h, noteRecord, { id: noteId, paid: 0 }, { paid: answer });
      },
      present: (ctx, noteId) => load(ctx.h, noteId),
    }),
    query(getNote, (ctx) => load(ctx.h, ctx.input.params.id)),
    query(staffNote, async () => ({ id: 's', text: 's', version: 1, paid: 0 })),
    publishedQuery(publicNote, async (ctx) => {
      observed.read.push(ctx.now.day);
      const note = await load(ctx.h, ctx.input.params.id);
      return { ...note, text: note.text === 'day' ? ctx.now.day : note.text };
    }),
    publishedQuery(
      foundNote,
      async (ctx) => {
        observed.read.push(JSON.stringify(ctx.input.query));
        return load(ctx.h, ctx.input.query.id);
      },
      { asked: ({ query: { q } }) => q === undefined },
    ),
    publishedQuery(uncounted, async (ctx) => {
      await ctx.h.repo(uncountedRecord).find();
      return { id: 'u', text: '', version: 1, paid: 0 };
    }),
    query(bang, () => Promise.reject(new Error(secretText))),
    action(cookie, {
      handle: async (ctx) => {
        ctx.cookies.set('t', ctx.input.body.text, 60_000);
        return { id: 'c', text: ctx.cookies.get('t') ?? 'none', version: 1, paid: 0 };
      },
    }),
    action(long, { handle: async (ctx) => ({ id: 'l', text: ctx.input.body.text, version: 1, paid: 0 }) }),
    command(changeNote, {
      handle: async (ctx) => {
        if (ctx.input.body.text === 'undeclared') refuse('case-open');
        const where = { id: ctx.input.params.id, version: ctx.ifMatch };
        const set = { text: ctx.input.body.text, version: ctx.ifMatch + 1 };
        if ((await updateWhere(ctx.h, noteRecord, where, set)) === 0) refuse('changed-meanwhile');
        return { id: ctx.input.params.id };
      },
      present: (ctx, noteId) => load(ctx.h, noteId),
    }),
    upload(addFile, {
      keep: async (outside, file): Promise<StoredFile> => {
        const spec = {
          purpose: 'p',
          ownerAccountId: outside.actor.accountId,
          accept: ['image/png'],
          maxBytes: 9_000_000,
        };
        const kept = await outside.ports.files.write(file.bytes, spec);
        return kept.ok ? kept.value : refuse('file-refused', { why: kept.error });
      },
      handle: async (ctx, kept) => {
        await recordFile(ctx.h, kept);
        return { id: kept.id, text: ctx.ports.files.link(kept.id), version: 1, paid: kept.bytes };
      },
    }),
    download(getFile, {
      find: async (ctx) => (await ctx.h.repo(fileRecord).findOneBy({ id: ctx.input.params.id })) ?? refuse('not-found'),
      render: async (outside, file) => ({
        bytes: await outside.ports.files.read(file),
        type: file.type,
        name: file.name,
      }),
    }),
    stream(getSheet, {
      find: async (ctx) => ({ type: 'text/csv', name: 's.csv', breaks: ctx.input.params.id === 'broken' }),
      write: async (_outside, { breaks }, out) => {
        out.write('a,b,c\r\n'.repeat(1_000));
        if (breaks) throw new Error('broken off');
        out.end();
      },
    }),
    webhook('/hook/:who', async (call) => {
      if (call.headers['x-sign'] !== call.rawBody) return { status: 401, body: { code: 'FAIL' } };
      await call.tx(async (ctx) => ctx.audit('payment-received', { who: call.params.who ?? '' }));
      return { status: 204 };
    }),
  ],
});

export type Received = {
  status: number;
  headers: Headers;
  body: { code?: string; data?: Record<string, unknown>; requestId?: string };
};

/** The application with the feature of notes, listening on loopback over a fresh database and folder. */
export async function openPipelineFixture(
  options: { budgets?: Budgets; clock?: Clock; jobs?: JobHandler[]; publicUrl?: string } = {},
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'app-'));
  await layOutSite(folder);
  const config = loadConfig(
    { DATA_DIR: folder, H5_DIR: path.join(folder, 'h5'), PUBLIC_URL: options.publicUrl },
    demonstrationSecrets(folder),
  );
  await mkdir(config.filesDir);
  const crypto = cryptoOf(config);
  const db = await openThrowawayDb([...records, noteRecord, uncountedRecord], [...migrations, noteTable]);
  const clock = options.clock ?? wallClock();
  const observed: Observed = { outside: [], heard: [], outage: false, read: [] };
  const lines: string[] = [];
  const ports = {
    config,
    clock,
    crypto,
    files: filesIn(config.filesDir, crypto, clock),
    wechat: openWechat({ apiUrl: '', payUrl: '', appid: '', secret: '' }),
    sms: openSms({ baseUrl: '', accessKeyId: '', accessKeySecret: '', signName: '', templates: {} }),
    pdf: await openPdf(),
    log: pino({ serializers: { err: errorForLog } }, { write: (text) => void lines.push(text) }),
  };
  const features = [{ ...notesOf(observed), jobs: options.jobs ?? [] }];
  const wiring = wiringOf(observed);
  const app = createApp({ db, ports, budgets: options.budgets ?? BUDGETS, features, wiring });
  const server = serverOf(app.answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;

  const bearer = (accountId: string, kind: 'candidate' | 'staff' = 'candidate', wallMs = Date.now()) => ({
    authorization: `Bearer ${crypto.access.sign({ accountId, kind, session: 's' }, wallMs).token}`,
  });
  const send = async (
    method: string,
    where: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<Received> => {
    const raw = typeof body === 'string' || body instanceof FormData;
    const answer = await fetch(`${url}${where}`, {
      method,
      headers: { ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, body: json && text !== '' ? JSON.parse(text) : {} };
  };
  return {
    url,
    port,
    db,
    observed,
    jobs: app.jobs,
    /** The jobs of a second process over the same database. */
    otherJobs: createApp({ db, ports, features, wiring }).jobs,
    bearer,
    send,
    logged: () => lines.join(''),
    add: (body: unknown, key: string = newId(), account = 'a1') =>
      send('POST', '/api/v1/notes', { ...bearer(account), 'idempotency-key': key }, body),
    countOf: (note: string) => db.read((h) => h.repo(noteRecord).countBy({ text: note })),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await db.close();
      await rm(folder, { recursive: true });
    },
  };
}

export const codeOf = ({ status, body }: Received) => [status, body.code];

async function layOutSite(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'h5/js'), { recursive: true });
  await writeFile(path.join(folder, 'h5/index.html'), '<h1>首页</h1>');
  await writeFile(path.join(folder, 'h5/js/app.0123abcd.js'), 'let a = 1;'.repeat(99));
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'h5/link.txt'));
}
