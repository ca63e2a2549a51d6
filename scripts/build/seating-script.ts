import path from 'node:path';
import { build } from 'esbuild';
import { root } from './places';

export const SEATING_SCRIPT = 'rerun-seating.mjs';

/** The script with which anybody deals the seats of a session again: one file that needs nothing but Node. */
export const buildSeatingScript = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, SEATING_SCRIPT);
  await build({
    entryPoints: [path.join(root, 'scripts/seating/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
};
