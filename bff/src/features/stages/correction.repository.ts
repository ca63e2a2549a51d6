import { MoreThanOrEqual } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { rankingNow, sequelOf } from './ranking-now';
import { findStage, frozen } from './stage';
import { stageNoteRecord } from './stage.record';

/** How many a publication of these ranks anew would touch; looked at only where something was noted since the last one. */
export async function countTouched(
  h: Handle,
  crypto: Crypto,
  { id, publishedAt }: { readonly id: string; readonly publishedAt: number | null },
): Promise<number> {
  if (publishedAt === null) return 0;
  const isNoted = await h.repo(stageNoteRecord).existsBy({ stageId: id, recordedAt: MoreThanOrEqual(publishedAt) });
  const stage = isNoted ? await findStage(h, id) : null;
  if (!stage) return 0;
  const made = await sequelOf(h, frozen(stage), await rankingNow(h, crypto, frozen(stage)), true);
  return made?.touched.length ?? 0;
}
