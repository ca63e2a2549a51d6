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
  const apply: ApplyItems<Context> = (c, { subjectId, accountId }, items) =>
    kind.apply(c, {
      subjectId,
      accountId,
      changes: items.map(({ item, payload }) => {
        if (item.kind === 'problem') throw new Error('a problem is not applied');
        return { key: item.itemKey, kind: item.kind, payload: z.parse(kind.payload, payload) };
      }),
    });
  return [
    jobHandler(applyKind(kind.name), Payload, async (j, { importId }) => {
      // each chunk is a transaction of its own; between two others have their turn
      while (await j.tx((c) => applyChunk(c, importId, apply))) await breathe();
      const fileId = await j.tx((c) => finish(c, importId, kind.name));
      if (fileId !== null) await j.ports.files.remove(fileId);
    }),
    jobHandler(forgetKind(kind.name), Payload, async (j, { importId }) => {
      const fileId = await j.tx((c) => forget(c, importId));
      if (fileId !== null) await j.ports.files.remove(fileId);
    }),
  ];
}

/** Gives the file whose bytes may go. */
async function finish(c: Context, importId: string, sheet: string): Promise<string | null> {
  const run = await lockImport(c.h, importId);
  if (run?.state !== 'applying') return null;
  const over = { state: 'done' as const, liveKey: null, finishedAt: c.now.ms };
  await changeImportIf(c.h, { id: importId, state: 'applying' }, over);
  await dropFile(c.h, run);
  c.audit('sheet-applied', { importId }, { sheet, applied: run.applied, refused: run.refused });
  return run.fileId;
}

/** What people wrote goes; that there was an import, and how many it changed, stays. */
async function forget(c: Context, importId: string): Promise<string | null> {
  const run = await lockImport(c.h, importId);
  if (!run || run.state === 'applying') return null;
  if (run.state === 'preview')
    await changeImportIf(c.h, { id: importId, state: 'preview' }, { state: 'cancelled', finishedAt: c.now.ms });
  await deleteItems(c.h, importId);
  await dropFile(c.h, run);
  return run.fileId;
}
