import type { Crypto } from '../crypto';
import type { Handle } from '../db';
import { openContent } from './item-content';
import { changeImportIf, claimItems, lockImport, nextWaiting, refuseItems } from './sheet-import.repository';
import type { SheetImport, StoredItem } from './sheet-import.record';

/** In one transaction, for which others wait on the embedded file. */
const CHUNK = 20;

/** Applies sealed items; gives the keys it refused, each with its code. */
export type ApplyItems<C> = (
  ctx: C,
  run: SheetImport,
  items: readonly { readonly item: StoredItem; readonly payload: unknown }[],
) => Promise<ReadonlyMap<string, string>>;

type Options = {
  readonly addedAtOnce?: number | undefined;
  readonly claim?: (h: Handle, items: readonly StoredItem[]) => Promise<boolean>;
};

/**
 * The next items of an import in one transaction: their effect and the note that they are applied stand or fall
 * together, so that after a kill nothing is lost and nothing doubled. False when nothing is left or it was cancelled.
 */
export async function applyChunk<C extends { readonly h: Handle; readonly ports: { readonly crypto: Crypto } }>(
  ctx: C,
  importId: string,
  apply: ApplyItems<C>,
  { addedAtOnce = CHUNK, claim = claimItems }: Options = {},
): Promise<boolean> {
  const run = await lockImport(ctx.h, importId);
  if (run?.state !== 'applying') return false;
  const items = chunkOf(await nextWaiting(ctx.h, importId, addedAtOnce), addedAtOnce);
  if (items.length === 0) return false;
  if (!(await claim(ctx.h, items))) throw new Error(`another job applies ${importId}`);
  const opened = items.map((item) => ({ item, payload: openContent(ctx.ports.crypto, item).payload }));
  const refused = await apply(ctx, run, opened);
  for (const code of new Set(refused.values()))
    await refuseItems(
      ctx.h,
      items.filter(({ itemKey }) => refused.get(itemKey) === code),
      code,
    );
  await changeImportIf(
    ctx.h,
    { id: importId, state: 'applying' },
    { applied: run.applied + items.length - refused.size, refused: run.refused + refused.size },
  );
  return true;
}

/** Whoever is added stands in the order of the sheet, whatever is changed between. */
function chunkOf(waiting: readonly StoredItem[], addedAtOnce: number): readonly StoredItem[] {
  const added = waiting.filter(({ kind }) => kind === 'added');
  return addedAtOnce > CHUNK && added.length > CHUNK ? added : waiting.slice(0, CHUNK);
}
