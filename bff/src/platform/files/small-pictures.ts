import type { Files } from './files';
import type { StoredFile } from './file.record';

/** Pictures opened at once; each takes a few MB until it is small. */
const AT_ONCE = 4;

/** Many pictures as small JPEGs, by the ids of their files; for prints. */
export async function smallPictures(
  files: Pick<Files, 'readSmall'>,
  pictures: Iterable<StoredFile>,
  height: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const waiting = [...pictures];
  const small = new Map<string, Uint8Array>();
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) small.set(file.id, await files.readSmall(file, height));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return small;
}
