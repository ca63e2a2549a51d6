import type { PhotoBatchView, PhotosTaken } from '@jikaotong/shared/contract';
import type { PhotoRule } from '@jikaotong/shared/notice';
import { openJson } from '../crypto';
import type { Context } from '../http';
import type { BatchKind } from './batch-kind';
import { type PhotoBatch, itemWords } from './photo-batch.record';
import { itemsOf } from './photo-batch.repository';

/** As an app cuts a photo where a notice says nothing of its weight. */
const ANY_SIZE = { min: 20_000, max: 500_000 };

export async function presentBatch(
  { h, now, ports }: Pick<Context, 'h' | 'now' | 'ports'>,
  batch: PhotoBatch,
  { rule, looseAmong }: { readonly rule: PhotoRule | null } & Pick<BatchKind<unknown>, 'looseAmong'>,
): Promise<PhotoBatchView> {
  const { id, state, importId, result, expiresAt } = batch;
  const { min, max } = rule?.bytes ?? ANY_SIZE;
  const items = await itemsOf(h, id);
  return {
    id,
    state: isOver(batch, now.ms) ? 'expired' : state,
    photos: items.map((item) => ({
      number: item.number,
      name: itemWords.open(ports.crypto, item, 'name'),
      bytes: item.originalBytes,
      settled: item.settledAt !== null,
    })),
    wanted: { format: rule?.format?.value ?? 'jpeg', minBytes: min, maxBytes: max },
    expiresAt,
    importId,
    result: result && (await presentResult({ h, ports }, openJson(ports.crypto, resultPlace(id), result), looseAmong)),
  };
}

/** With a link to each photo that can still be given to somebody. */
async function presentResult(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  result: PhotosTaken,
  looseAmong: BatchKind<unknown>['looseAmong'],
): Promise<PhotosTaken> {
  const kept = result.problems.flatMap(({ photo }) => photo?.fileId ?? []);
  const loose = (kept.length > 0 && (await looseAmong?.(h, kept))) || new Set<string>();
  const problems = result.problems.map(({ photo, ...problem }) =>
    photo && loose.has(photo.fileId)
      ? { ...problem, photo: { ...photo, url: ports.files.link(photo.fileId) } }
      : problem,
  );
  return { ...result, problems };
}

export const resultPlace = (row: string) => ({ table: 'photo_batch', column: 'result', row });

/** Whether its day has passed, also before the job has come to it. */
export const isOver = ({ state, expiresAt }: Pick<PhotoBatch, 'state' | 'expiresAt'>, nowMs: number): boolean =>
  state === 'open' && expiresAt <= nowMs;
