import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outputOf, sourcesOf } from './places';
import type { Target } from './target';

/** Whether any source is newer than the last build; tests do not count. */
export function isStale(target: Target): boolean {
  const built = stampOf(target);
  if (!existsSync(built)) return true;
  const builtMs = statSync(built).mtimeMs;
  return sourcesOf(target).some((source) => newestMs(source) > builtMs);
}

/** Notes that the target has just been built. */
export const stamp = (target: Target): void => writeFileSync(stampOf(target), `${new Date().toISOString()}\n`);

/** Beside the output, for a file inside a weapp package would be shipped. */
const stampOf = (target: Target): string => `${outputOf(target)}.built`;

function newestMs(place: string): number {
  if (!existsSync(place)) return 0;
  const found = statSync(place);
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(place) ? 0 : found.mtimeMs;
  return readdirSync(place).reduce((newest, name) => Math.max(newest, newestMs(path.join(place, name))), 0);
}
