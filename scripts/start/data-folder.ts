import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startRefused } from '@jikaotong/bff/platform/config';
import { ADDRESS_FILE } from './kept-address';

/** What a demonstration keeps; `tools` beside it is not ours. */
const KEPT = [
  'jikaotong.db',
  'jikaotong.db-wal',
  'jikaotong.db-shm',
  'files',
  'secrets.json',
  'sandbox-secrets.json',
  'sandbox.json',
  'demonstration.json',
  ADDRESS_FILE,
];

/** Makes the folder; refuses with one sentence when nothing can be written there. */
export function openDataFolder(folder: string): void {
  const probe = path.join(folder, '.probe');
  try {
    // the folder above must be there: making a whole path hangs on some file systems
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw startRefused(`${folder} cannot be written; make it writable or name another folder in DATA_DIR.`);
  }
}

/** Forgets a demonstration; call it only while its database is open nowhere. */
export function clearDataFolder(folder: string): void {
  const copies = readdirSync(folder).filter((name) => name.startsWith('jikaotong.db.at-'));
  for (const name of [...KEPT, ...copies]) rmSync(path.join(folder, name), { recursive: true, force: true });
}
