import type { SheetEndpoints, SheetImportView } from '@jikaotong/shared/contract';
import { cellProblemSentence } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { findFile, recordFile } from '../files';
import {
  type Actor,
  type Context,
  type JobHandler,
  type OutsideCall,
  type Route,
  DEFAULT_PAGE,
  command,
  cursorIn,
  download,
  pageOf,
  query,
  refuse,
  refuseWhen,
  upload,
} from '../http';
import { enqueue } from '../jobs';
import { handOver, photosOf, wholeBatch } from '../photo-batches';
import { MOST_PROBLEMS, OF_WHOLE_SHEET, markedSheet, withCells } from '../sheets';
import { openContent } from './item-content';
import { prepareImport } from './prepare-import';
import {
  beginApplying,
  changeImportIf,
  dropFile,
  findImport,
  insertImport,
  listItems,
  lockImport,
  queueItems,
} from './sheet-import.repository';
import type { SheetImport } from './sheet-import.record';
import { applyKind, forgetKind, importJobs } from './import-jobs';
import { type Sent, readList, readSent } from './read-sent';
import type { SheetKind } from './sheet-kind';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ACCEPTED = [XLSX, 'application/zip', 'application/octet-stream', 'text/csv', 'text/plain'] as const;
const MOST_BYTES = 10_000_000;
const KEPT_MS = 7 * 24 * 3_600_000;

/** The routes and jobs of one kind of sheet: sent → read in a worker → compared → confirmed → applied by a job. */
export function serveSheet<S, P extends z.ZodMiniType, K extends string>(
  kind: SheetKind<S, P, K>,
): { readonly routes: Route[]; readonly jobs: JobHandler[] } {
  const { name: sheet, endpoints } = kind;
  const present = ({ subject, run }: { subject: S; run: SheetImport }): SheetImportView =>
    presentImport(
      run,
      kind.columns(subject).map(({ header }) => header),
    );
  type Asked = Pick<Context, 'h'> & {
    readonly actor: Actor;
    readonly input: { params: { id: string; importId: string } };
  };
  /** The import, if its subject is the actor's to see. */
  const findIn = async ({ h, actor, input: { params } }: Asked): Promise<{ subject: S; run: SheetImport }> => {
    const subject = await kind.open({ h, actor }, params.id);
    const run = await findImport(h, { id: params.importId, sheet, subjectId: params.id });
    return run ? { subject, run } : refuse('not-found');
  };
  const wantedOf = (subject: S) => ({
    columns: kind.columns(subject),
    ...(kind.leave && { leave: kind.leave(subject) }),
    ...(kind.told && { told: kind.told }),
    ...exampleIn(subject),
  });
  const exampleIn = (subject: S) => {
    const example = kind.exampleOf?.(subject) ?? kind.example;
    return example ? { example } : {};
  };

  const compare = async (outside: OutsideCall<SheetEndpoints['upload']>, subject: S, sent: Sent<K>) => {
    const { id } = outside.input.params;
    const { rows, problems, letters, ignored } = sent.read;
    const compared = await outside.read((h) =>
      kind.compare({ h, now: outside.now, ports: outside.ports }, subject, rows, sent.pictures),
    );
    const stored = await outside.ports.files.write(sent.sheet, {
      purpose: 'sheet',
      ownerAccountId: outside.actor.accountId,
      accept: ACCEPTED,
      maxBytes: MOST_BYTES,
    });
    if (!stored.ok) return refuse('file-refused', { reason: stored.error });
    const basis = kind.basis?.of(subject) ?? null;
    const whose = { sheet, subjectId: id, accountId: outside.actor.accountId, fileId: stored.value.id, basis };
    const wrong = withCells([...problems, ...compared.problems], letters);
    // of a sheet that nobody read to its end nothing is taken
    const leavesOut = kind.leavesOut === true && wrong.length < MOST_PROBLEMS && wrong.every(isOfRow);
    const read = { rows: rows.length, ignored, problems: wrong, leavesOut, compared };
    const prepared = await prepareImport(outside, whose, read);
    // what lies beside a sheet that is refused is swept away
    const pictures = prepared.run.state === 'refused' ? [] : sent.files;
    return { subject, kept: [stored.value, ...pictures], ...prepared };
  };
  const note = async (ctx: Context, { subject, kept, run, items }: Awaited<ReturnType<typeof compare>>) => {
    for (const file of kept) await recordFile(ctx.h, file);
    await insertImport(ctx.h, run, items);
    await enqueue(ctx.h, {
      kind: forgetKind(sheet),
      key: run.id,
      dueMs: ctx.now.ms + KEPT_MS,
      payload: { importId: run.id },
    });
    ctx.audit('sheet-sent', { importId: run.id }, { sheet, state: run.state });
    return present({ subject, run });
  };
  /** The door is looked at before the file is. */
  const openNow = async (outside: OutsideCall<SheetEndpoints['upload']>): Promise<S> => {
    const subject = await outside.read((h) => kind.open({ h, actor: outside.actor }, outside.input.params.id));
    refuseWhen(kind.judge(subject, outside.now.day));
    return subject;
  };

  const send = upload(endpoints.upload, {
    keep: async (outside, file) => {
      const subject = await openNow(outside);
      return compare(
        outside,
        subject,
        await readSent(outside, { kind, subject, wanted: wantedOf(subject) }, file.bytes),
      );
    },
    handle: note,
  });

  const { batch: batched } = kind;
  const sendList =
    batched &&
    upload(batched.list, {
      keep: async (outside, file) => {
        const subject = await openNow(outside);
        const { id, batchId } = outside.input.params;
        const key = { kind: batched.kind, subjectId: id, accountId: outside.actor.accountId, id: batchId };
        const { batch, photos } = await outside.read(async (h) => {
          const whole = await wholeBatch({ ...outside, h }, key, 'look');
          return { batch: whole, photos: await photosOf({ ...outside, h }, whole) };
        });
        if (batch.importId !== null) return { subject, known: batch.importId };
        const sent = await readList(file.bytes, wantedOf(subject), photos);
        return { key, ...(await compare(outside, subject, sent)) };
      },
      handle: async (ctx, kept) => {
        if (kept.known !== undefined) {
          const key = { id: kept.known, sheet, subjectId: ctx.input.params.id };
          return present({ subject: kept.subject, run: (await findImport(ctx.h, key)) ?? refuse('not-found') });
        }
        const whole = await wholeBatch(ctx, kept.key, 'lock');
        // the answer to the same list was lost on its way
        if (whole.state === 'handed-over') return refuse('changed-meanwhile');
        const view = await note(ctx, kept);
        if (kept.run.state === 'preview') {
          const fileIds = (await photosOf(ctx, whole)).flatMap(({ fileId }) => fileId ?? []);
          await handOver(ctx, whole, { fileIds, importId: kept.run.id });
        }
        return view;
      },
    });

  const get = query(endpoints.get, async (ctx) => present(await findIn(ctx)));

  const items = query(endpoints.items, async (ctx) => {
    const { run } = await findIn(ctx);
    const { cursor, limit = DEFAULT_PAGE, only = null } = ctx.input.query;
    const [after = 0] = cursorIn(cursor, 1) ?? [];
    const rows = await listItems(ctx.h, run.id, { after: Number(after), limit: limit + 1, only });
    const page = pageOf(rows, limit, ({ position }) => [position]);
    const isConfirmed = run.total > 0;
    return {
      next: page.next,
      items: page.items.map((item) => {
        const { payload: _, code, verdict = null, ...content } = openContent(ctx.ports.crypto, item);
        const state = isConfirmed ? item.state : 'none';
        return { id: item.id, kind: item.kind, state, code: item.outcome ?? code, verdict, ...content };
      }),
    };
  });

  const marked = download(endpoints.marked, {
    find: async (ctx) => {
      const { subject, run } = await findIn(ctx);
      const file = run.fileId === null ? null : await findFile(ctx.h, run.fileId);
      if (!file) return refuse('not-found');
      const problems = await listItems(ctx.h, run.id, { after: 0, limit: 10_000, only: 'problem' });
      const cells = problems.map((item) => {
        const { row, column, code, value } = openContent(ctx.ports.crypto, item);
        const sentence = cellProblemSentence(code ?? '', { value });
        return { row: row ?? 1, column, text: column === null ? sentence : `${column}：${sentence}` };
      });
      return { file, cells, wanted: wantedOf(subject) };
    },
    render: async (outside, { file, cells, wanted }) => {
      const made = await markedSheet(await outside.ports.files.read(file), wanted, cells);
      if (!made.ok) return refuse('file-refused', { reason: made.error });
      return { bytes: made.value, type: XLSX, name: '标出错误的表格.xlsx' };
    },
  });

  const confirm = command(endpoints.confirm, {
    handle: async (ctx) => {
      const { subject, run } = await findIn(ctx);
      refuseWhen(kind.judge(subject, ctx.now.day));
      const locked = await lockImport(ctx.h, run.id);
      if (kind.basis && run.basis !== null && locked?.state === 'preview')
        if (!(await kind.basis.take(ctx, subject, run.basis))) refuse('changed-meanwhile');
      // somebody whom a row names that could not be read is not missing
      if (ctx.input.body.missing === 'remove' && run.counts.problems > 0)
        refuse('wrong-state', { state: 'list-unread' });
      const total = await queueItems(
        ctx.h,
        run.id,
        ctx.input.body.missing === 'remove' ? ['added', 'changed', 'missing'] : ['added', 'changed'],
      );
      const begun = await beginApplying(ctx.h, run, total);
      if (begun !== 'begun') return refuse(begun === 'running' ? 'import-running' : 'wrong-state');
      await enqueue(ctx.h, { kind: applyKind(sheet), key: run.id, dueMs: ctx.now.ms, payload: { importId: run.id } });
      ctx.audit('sheet-confirmed', { importId: run.id }, { sheet, total });
      return { id: run.id };
    },
    present: async (ctx) => present(await findIn(ctx)),
  });

  const cancel = command(endpoints.cancel, {
    handle: async (ctx) => {
      const { run } = await findIn(ctx);
      const locked = await lockImport(ctx.h, run.id);
      if (locked?.state !== 'preview' && locked?.state !== 'applying') return refuse('wrong-state');
      const over = { state: 'cancelled' as const, liveKey: null, finishedAt: ctx.now.ms };
      await changeImportIf(ctx.h, { id: run.id, state: locked.state }, over);
      await dropFile(ctx.h, locked);
      ctx.audit('sheet-cancelled', { importId: run.id }, { sheet, applied: locked.applied });
      return { id: run.id };
    },
    present: async (ctx) => present(await findIn(ctx)),
  });

  const routes = [send, ...(sendList ? [sendList] : []), get, items, marked, confirm, cancel];
  return { routes, jobs: importJobs(kind) };
}

const isOfRow = ({ row, code }: { readonly row: number | null; readonly code: string }): boolean =>
  row !== null && !OF_WHOLE_SHEET.has(code);

const presentImport = (
  { id, state, counts, ignored, effect, total, applied, refused, createdAt, finishedAt }: SheetImport,
  columns: string[],
): SheetImportView => ({
  id,
  state,
  counts,
  columns,
  ignored: [...ignored],
  ...(effect && { effect }),
  total,
  applied,
  refused,
  createdAt,
  finishedAt,
});
