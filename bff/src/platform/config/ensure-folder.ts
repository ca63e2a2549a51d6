import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startRefused } from './start-refused';

/** Makes a folder of ours, readable by nobody else; refuses a place that cannot be written. */
export function ensureFolder(folder: string): void {
  try {
    make(path.resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
      throw startRefused(`The disk of ${folder} is full: free some space on it and start again.`);
    throw startRefused(
      `${folder} cannot be written: let the user of this process write there, or name another folder in DATA_DIR.`,
    );
  }
}

/** Not `recursive: true`: Node 20 never returns from it where the system answers ENOENT below a folder that exists. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
