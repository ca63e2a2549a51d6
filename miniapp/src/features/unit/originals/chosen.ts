import { BATCH_QUOTA } from '@jikaotong/shared/contract';
import { type Result, failed, ok, tidyLine } from '@jikaotong/shared/kernel';
import { type ZipFault, zipEntries } from './zip-entries';

/** A file at the desk, in a ZIP or by itself. */
export type Original = { readonly name: string; readonly bytes: number; readonly open: () => Promise<Blob> };

/** What was chosen: the photos, always in the same order, and the sheets beside them. */
export type Chosen = {
  readonly photos: readonly Original[];
  readonly sheets: readonly Original[];
  /** Of the ZIP or folder; null: several files. */
  readonly title: string | null;
};
export type ChoiceFault = ZipFault | 'no-pictures' | 'too-many-files';

const ZIP = /\.zip$/i;
const PACKED_OTHERWISE = /\.(rar|7z)$/i;
const PICTURE = /\.(jpe?g|png|hei[cf])$/i;
const SHEET = /\.(xlsx?|csv|et)$/i;
/** What systems add by themselves. */
const NOISE = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
/** As long as a name may travel. */
const MOST_OF_A_NAME = 200;

/** Sorts files, and those in ZIPs, into photos and sheets. Names stay as they are, also in GBK. */
export async function chosenOf(files: readonly File[]): Promise<Result<Chosen, ChoiceFault>> {
  const found: Original[] = [];
  for (const file of files) {
    if (PACKED_OTHERWISE.test(file.name)) return failed('not-an-archive');
    if (ZIP.test(file.name)) {
      const entries = await zipEntries(file);
      if (!entries.ok) return entries;
      found.push(...entries.value);
    } else found.push({ name: file.webkitRelativePath || file.name, bytes: file.size, open: async () => file });
  }
  const wanted = found.filter(({ name }) => !NOISE.test(name));
  const photos = wanted.filter(({ name }) => PICTURE.test(name)).map(named);
  if (photos.length > BATCH_QUOTA.photos) return failed('too-many-files');
  photos.sort((one, other) => compared(one.name, other.name) || one.bytes - other.bytes);
  const sheets = wanted.filter(({ name }) => SHEET.test(name));
  return photos.length + sheets.length === 0 ? failed('no-pictures') : ok({ photos, sheets, title: titleOf(files) });
}

/** Of a path that is too long its end says who it is. */
const named = (original: Original): Original => ({
  ...original,
  bytes: Math.min(original.bytes, BATCH_QUOTA.originalBytes),
  name: tidyLine(tidyLine(original.name).slice(-MOST_OF_A_NAME)) || '未命名.jpg',
});

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function titleOf(files: readonly File[]): string | null {
  const [first] = files;
  if (!first) return null;
  const [folder, ...inside] = first.webkitRelativePath.split('/');
  if (folder && inside.length > 0) return folder;
  return files.length === 1 ? first.name.replace(/\.[^.]*$/, '') : null;
}
