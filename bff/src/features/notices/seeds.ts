import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NoticeFile, readNoticeFile } from '@jikaotong/shared/notice-file';

/** The notices that come with the code: from the sources as from a bundle, somewhere above this file. */
export function seedFolder(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const notices = path.join(folder, 'shared', 'notices');
    if (existsSync(notices)) return notices;
    if (folder === path.dirname(folder)) throw new Error('shared/notices is missing');
  }
}

/** The ids of the notices in a folder: their file names. */
export const seedIdsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => path.basename(name, '.yaml'))
    .toSorted();

/** One notice of the folder; throws when it does not pass its own check, for the repository must not ship such. */
export async function readSeed(folder: string, noticeId: string): Promise<NoticeFile> {
  const read = await readNoticeFile(path.join(folder, `${noticeId}.yaml`));
  if (!read.ok) throw new Error(`notice ${noticeId}: ${JSON.stringify(read.error)}`);
  return read.value;
}
