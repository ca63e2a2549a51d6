import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps servers where an ordinary user's PATH does not look. */
const alsoLookIn = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'];

/** The absolute path of the first of these commands that can be run, or null. */
export const findCommand = (...names: readonly string[]): string | null => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...alsoLookIn];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable) ?? null;
};

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
