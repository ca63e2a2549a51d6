import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Beside the database: where the demonstration listened last. */
export const ADDRESS_FILE = 'address';

/** Writes down where the demonstration of this folder is reached. */
export const keepAddress = (folder: string, url: string): void =>
  writeFileSync(path.join(folder, ADDRESS_FILE), `${url}\n`);

/** Where the demonstration of this folder was reached last; null while it has never been started. */
export function keptAddress(folder: string): string | null {
  const file = path.join(folder, ADDRESS_FILE);
  const url = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return URL.canParse(url) ? url : null;
}
