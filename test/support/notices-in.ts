import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notice } from '@jikaotong/shared/notice';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { projectFolder } from './project-folder';

/** Every notice of a folder of the project, read from its file. */
export const noticesIn = async (folder: string): Promise<Notice[]> => {
  const names = (await readdir(join(projectFolder, folder))).filter((name) => name.endsWith('.yaml'));
  return Promise.all(
    names.map(async (name) => {
      const file = await readNoticeFile(join(projectFolder, folder, name));
      if (!file.ok) throw new Error(`${name} does not read`);
      return file.value.notice;
    }),
  );
};
