import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRefusal } from './column';
import { inWorker } from './in-worker';
import type { PictureInZip } from './reading/unpack-pictures';

/** The pictures in a ZIP that a stranger sent, unpacked in a worker. */
export async function readPictures(bytes: Buffer): Promise<Result<readonly PictureInZip[], SheetRefusal>> {
  const answer = await inWorker({ do: 'unpack', bytes });
  if (!answer.ok) return failed(answer.error);
  if (!Array.isArray(answer.value)) throw new Error('something else than pictures');
  return ok(answer.value);
}
