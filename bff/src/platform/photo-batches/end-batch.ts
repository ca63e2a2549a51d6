import * as z from 'zod/mini';
import { type Context, type JobHandler, type JobRun, jobHandler } from '../http';
import { enqueue } from '../jobs';
import { dropItems, endBatch, forgetResult, lockBatchById, openBatchesOf } from './photo-batch.repository';

const ERASE_JOB = 'photo-batch-erase';
const OVER_JOB = 'photo-batch-over';
const Payload = z.object({ batchId: z.string() });

/** What has come is erased, whatever becomes of the batch. */
export async function planEnd({ h }: Pick<Context, 'h'>, batchId: string, expiresAt: number): Promise<void> {
  await enqueue(h, { kind: OVER_JOB, key: batchId, dueMs: expiresAt, payload: { batchId } });
}

/** Lets what is left of a batch that has ended be erased now. */
export const planErasing = async ({ h, now }: Pick<Context, 'h' | 'now'>, batchId: string): Promise<void> =>
  void (await enqueue(h, { kind: ERASE_JOB, key: batchId, dueMs: now.ms, payload: { batchId } }));

/** Ends what somebody had under way for a unit. */
export async function dropBatchesOf(ctx: Context, of: { unitId: string; accountId: string }): Promise<void> {
  for (const { id } of await openBatchesOf(ctx.h, of))
    if (await endBatch(ctx.h, id, { state: 'cancelled' })) await planErasing(ctx, id);
}

export const batchJobs: JobHandler[] = [
  jobHandler(ERASE_JOB, Payload, (run, { batchId }) => erase(run, batchId)),
  jobHandler(OVER_JOB, Payload, async (run, { batchId }) => {
    await run.tx(async ({ h }) => {
      await lockBatchById(h, batchId);
      await endBatch(h, batchId, { state: 'expired' });
      await forgetResult(h, batchId);
    });
    await erase(run, batchId);
  }),
];

/** Some in a transaction; bytes whose row is gone are swept even if this is cut off. */
async function erase(run: JobRun, batchId: string): Promise<void> {
  for (;;) {
    const fileIds = await run.tx(({ h }) => dropItems(h, batchId));
    if (fileIds === null) return;
    for (const fileId of fileIds) await run.ports.files.remove(fileId);
  }
}
