import { RETURN_REASONS, type PortraitView, type ReturnReason } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';

/** What somebody found wrong with a photo and has not sent yet; of another photo than that it says nothing. */
const Mark = z.object({ photoId: z.string(), reason: z.string(), at: z.number() });
export const KeptMarks = z.record(z.string(), Mark);
/** By the ids of applications. */
export type KeptMarks = z.output<typeof KeptMarks>;

/** So long marks wait in a browser for whoever set them. */
export const KEPT_DAYS = 7;
const KEPT_MS = KEPT_DAYS * 86_400_000;

/** The marks that still say something of the photos there: of the same photo, not too old, with a reason that is known. */
export function marksOn(
  kept: KeptMarks,
  photos: readonly Pick<PortraitView, 'id' | 'photo'>[],
  nowMs: number,
): ReadonlyMap<string, ReturnReason> {
  const marks = new Map<string, ReturnReason>();
  for (const { id, photo } of photos) {
    const mark = kept[id];
    if (!mark || mark.photoId !== photo.id || nowMs - mark.at >= KEPT_MS) continue;
    const reason = RETURN_REASONS.find((one) => one === mark.reason);
    if (reason) marks.set(id, reason);
  }
  return marks;
}

/** With this one set, or taken away (`reason` null), and without those that are too old. */
export function withMark(
  kept: KeptMarks,
  { id, photo }: Pick<PortraitView, 'id' | 'photo'>,
  reason: ReturnReason | null,
  nowMs: number,
): KeptMarks {
  const others = Object.entries(kept).filter(([other, { at }]) => other !== id && nowMs - at < KEPT_MS);
  const own = reason === null ? [] : [[id, { photoId: photo.id, reason, at: nowMs }] as const];
  return Object.fromEntries([...others, ...own]);
}
