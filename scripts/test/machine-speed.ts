import { Worker } from 'node:worker_threads';

/** What fixed-work.mjs takes, twice at once, on the machine for which the limits of the tests are written. */
const referenceMs = 150;
/** As many as run at once in `npm test`. */
const atOnce = 2;

/** How many times slower than the reference this machine is now, with whatever else runs on it; at least 1. Takes some tenths of a second. */
export const measureSlowness = async (): Promise<number> => {
  const times = await Promise.all(Array.from({ length: atOnce }, timeOfFixedWork));
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  return Math.max(1, mean / referenceMs);
};

const timeOfFixedWork = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fixed-work.mjs', import.meta.url));
    let began = 0;
    worker.on('online', () => (began = performance.now()));
    worker.on('error', reject);
    worker.on('exit', () => resolve(performance.now() - began));
  });
