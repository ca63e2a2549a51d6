import type { PhotosTaken } from '@jikaotong/shared/contract';
import type { PhotoFacts, PhotoFault } from '@jikaotong/shared/rules/photo';
import { sealJson } from '../crypto';
import { type Context, refuse } from '../http';
import { planErasing } from './end-batch';
import { type PhotoBatch, type PhotoBatchItem, itemWords } from './photo-batch.record';
import { type Whose, endBatch, findBatch, itemsOf, lockBatch, releaseFiles } from './photo-batch.repository';
import { isOver, resultPlace } from './present-batch';

/** A photo that has come, or why there is none; without a file its `faults` or `leftFor` say why. */
export type BatchPhoto = {
  /** Of the file alone, without folders. */
  readonly name: string;
  readonly fileId: string | null;
  readonly facts: PhotoFacts | null;
  readonly faults: readonly PhotoFault[];
  readonly leftFor: PhotoBatchItem['leftFor'];
};

type Key = Whose & Pick<PhotoBatch, 'id'>;
type Reading = Pick<Context, 'h' | 'now' | 'ports'>;

/** A batch all of whose photos have settled, or that was handed over before; refuses `batch-over`, `batch-incomplete`. */
export async function wholeBatch(ctx: Reading, key: Key, lock: 'lock' | 'look'): Promise<PhotoBatch> {
  const batch = (await (lock === 'lock' ? lockBatch(ctx.h, key) : findBatch(ctx.h, key))) ?? refuse('not-found');
  if (batch.state === 'handed-over') return batch;
  if (batch.state !== 'open' || isOver(batch, ctx.now.ms)) refuse('batch-over');
  if (batch.settled < batch.photos) refuse('batch-incomplete', { left: batch.photos - batch.settled });
  return batch;
}

export async function photosOf({ h, ports }: Reading, { id }: PhotoBatch): Promise<BatchPhoto[]> {
  return (await itemsOf(h, id)).map((item) => ({
    name: itemWords.open(ports.crypto, item, 'name').replace(/^.*[\\/]/, ''),
    fileId: item.fileId,
    facts: item.facts,
    faults: item.faults,
    leftFor: item.leftFor,
  }));
}

type Ending = { readonly fileIds: readonly string[]; readonly importId?: string; readonly result?: PhotosTaken };

/** Gives these files away and lets the rest be erased. */
export async function handOver(ctx: Context, { id }: PhotoBatch, { fileIds, importId, result }: Ending): Promise<void> {
  await releaseFiles(ctx.h, id, fileIds);
  const told = result ? sealJson(ctx.ports.crypto, resultPlace(id), result) : null;
  if (!(await endBatch(ctx.h, id, { state: 'handed-over', importId: importId ?? null, result: told })))
    refuse('batch-over');
  await planErasing(ctx, id);
}
