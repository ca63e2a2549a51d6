import type { PhotoBatchView, PhotosTaken } from '@jikaotong/shared/contract';
import type { PhotoRule } from '@jikaotong/shared/notice';
import { openJson } from '../crypto';
import type { Context } from '../http';
import type { BatchKind } from './batch-kind';
import { type PhotoBatch, itemWords } from './photo-batch.record';
import { itemsOf } from './photo-batch.repository';

/** As an app cuts a photo where a notice says nothing of its weight. */
const ANY_SIZE = { min: 20_000, max: 500_000 };

type Shown = {
  readonly rule: PhotoRule | null;
  readonly follow: (ctx: Pick<Context, 'h' | 'ports'>, result: PhotosTaken) => Promise<PhotosTaken>;
};

/** How batches of a kind are shown that belong to a subject. */
export const shownBy = <S>(kind: BatchKind<S>, subject: S): Shown => ({
  rule: kind.ruleOf(subject),
  follow: (ctx, result) => kind.follow?.(ctx, subject, result) ?? Promise.resolve(result),
});

export async function presentBatch(
  { h, now, ports }: Pick<Context, 'h' | 'now' | 'ports'>,
  batch: PhotoBatch,
  { rule, follow }: Shown,
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
    result: result && (await follow({ h, ports }, openJson(ports.crypto, resultPlace(id), result))),
  };
}

export const resultPlace = (row: string) => ({ table: 'photo_batch', column: 'result', row });

/** Whether its day has passed, also before the job has come to it. */
export const isOver = ({ state, expiresAt }: Pick<PhotoBatch, 'state' | 'expiresAt'>, nowMs: number): boolean =>
  state === 'open' && expiresAt <= nowMs;
