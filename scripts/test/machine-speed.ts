import { Worker } from 'node:worker_threads';

/** What fixed-work.mjs takes, twice at once, on the machine for which the limits of the tests are written. */
const referenceMs = 100;
/** As many as run at once in `npm test`. */
const atOnce = 2;

/** A machine that looks slower than this is held up by something else for a moment; a hang is to be found some day. */
const most = 10;

/** How many times slower than the reference this machine is now, with whatever else runs on it: 1 to 10. Takes some tenths of a second. */
export const measureSlowness = async (): Promise<number> => {
  // the better of two: a hiccup is no speed
  const ms = Math.min(await meanTime(), await meanTime());
  return Math.min(most, Math.max(1, ms / referenceMs));
};

const meanTime = async (): Promise<number> => {
  const times = await Promise.all(Array.from({ length: atOnce }, timeOfFixedWork));
  return times.reduce((sum, ms) => sum + ms, 0) / times.length;
};

const timeOfFixedWork = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fixed-work.mjs', import.meta.url));
    let began = 0;
    worker.on('online', () => (began = performance.now()));
    worker.on('error', reject);
    worker.on('exit', () => resolve(performance.now() - began));
  });
