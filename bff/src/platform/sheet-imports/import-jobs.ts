import { setImmediate as breathe } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../http';
import { type ApplyItems, applyChunk } from './apply-chunk';
import { changeImportIf, deleteItems, dropFile, lockImport } from './sheet-import.repository';
import type { SheetKind } from './sheet-kind';

const Payload = z.object({ importId: z.string() });

export const applyKind = (sheet: string): string => `sheet-apply-${sheet}`;
export const forgetKind = (sheet: string): string => `sheet-forget-${sheet}`;

/** Applies a confirmed import chunk by chunk, and forgets what an import held a week after it was sent. */
export function importJobs<S, P extends z.ZodMiniType, K extends string>(kind: SheetKind<S, P, K>): JobHandler[] {
  const apply: ApplyItems<Context> = (ctx, { subjectId, accountId }, items) =>
    kind.apply(ctx, {
      subjectId,
      accountId,
      changes: items.map(({ item, payload }) => {
        const { kind: what, itemKey: key } = item;
        if (what === 'problem' || what === 'kept' || what === 'same') throw new Error(`${what} is not applied`);
        return { key, kind: what, payload: z.parse(kind.payload, payload) };
      }),
    });
  return [
    jobHandler(applyKind(kind.name), Payload, async (run, { importId }) => {
      // each chunk is a transaction of its own; between two others have their turn
      while (await run.tx((ctx) => applyChunk(ctx, importId, apply, kind))) await breathe();
      const fileId = await run.tx((ctx) => finish(ctx, importId, kind.name));
      if (fileId !== null) await run.ports.files.remove(fileId);
    }),
    jobHandler(forgetKind(kind.name), Payload, async (run, { importId }) => {
      const fileId = await run.tx((ctx) => forget(ctx, importId));
      if (fileId !== null) await run.ports.files.remove(fileId);
    }),
  ];
}

/** Gives the file whose bytes may go. */
async function finish(ctx: Context, importId: string, sheet: string): Promise<string | null> {
  const run = await lockImport(ctx.h, importId);
  if (run?.state !== 'applying') return null;
  const over = { state: 'done' as const, liveKey: null, finishedAt: ctx.now.ms };
  await changeImportIf(ctx.h, { id: importId, state: 'applying' }, over);
  await dropFile(ctx.h, run);
  ctx.audit('sheet-applied', { importId }, { sheet, applied: run.applied, refused: run.refused });
  return run.fileId;
}

/** What people wrote goes; that there was an import, and how many it changed, stays. */
async function forget(ctx: Context, importId: string): Promise<string | null> {
  const run = await lockImport(ctx.h, importId);
  if (!run || run.state === 'applying') return null;
  if (run.state === 'preview')
    await changeImportIf(ctx.h, { id: importId, state: 'preview' }, { state: 'cancelled', finishedAt: ctx.now.ms });
  await deleteItems(ctx.h, importId);
  await dropFile(ctx.h, run);
  return run.fileId;
}
