import type { LocalFile } from './local-file';
import { pickFile } from './pick-file.h5';

/** Lets the person choose a picture or PDF of a paper; null when they leave. */
export const chooseDocument = (): Promise<LocalFile | null> => choose('image/jpeg,image/png,application/pdf');

/** Lets the person choose any file, such as a spreadsheet; null when they leave. */
export const chooseFile = (extensions: readonly string[]): Promise<LocalFile | null> =>
  choose(extensions.map((extension) => `.${extension}`).join(','));

/** The bytes of a file, for the rules that look inside. */
export async function bytesOf(file: LocalFile): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(file.path)).arrayBuffer());
}

/** A blob as a file on this phone. */
export const localFile = (blob: Blob): LocalFile => ({ path: URL.createObjectURL(blob), bytes: blob.size });

async function choose(accept: string): Promise<LocalFile | null> {
  const file = await pickFile(accept);
  return file ? { ...localFile(file), name: file.name } : null;
}
