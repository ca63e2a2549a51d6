import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { patience } from './patience';

const waitMs = 200;
const patienceMs = patience(180_000);

/**
 * Fills a folder exactly once, however many processes ask at the same time, and gives its path.
 * `fill` works in a folder beside it that takes the final name only when complete, so nobody sees half of it.
 */
export const provideOnce = async (folder: string, fill: (emptyFolder: string) => Promise<void>): Promise<string> => {
  const lock = `${folder}.lock`;
  await mkdir(dirname(folder), { recursive: true });
  for (const givesUpAt = Date.now() + patienceMs; !existsSync(folder); await sleep(waitMs)) {
    if (Date.now() > givesUpAt)
      throw new Error(`Another process has been filling ${folder} for too long; remove ${lock}`);
    if (await takes(lock)) {
      try {
        if (!existsSync(folder)) await fillBeside(folder, fill);
      } finally {
        await rm(lock, { recursive: true, force: true });
      }
    }
  }
  return folder;
};

const fillBeside = async (folder: string, fill: (emptyFolder: string) => Promise<void>): Promise<void> => {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await fill(unfinished);
  await rename(unfinished, folder);
};

/** mkdir is the atomic step; a lock whose owner is dead is taken away so that the next round can win it. */
const takes = async (lock: string): Promise<boolean> => {
  const owner = join(lock, 'pid');
  try {
    await mkdir(lock);
    await writeFile(owner, String(process.pid));
    return true;
  } catch {
    const pid = Number(await readFile(owner, 'utf8').catch(() => ''));
    if (pid > 0 && !isAlive(pid)) await rm(lock, { recursive: true, force: true });
    return false;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
