import { setTimeout as sleep } from 'node:timers/promises';
import { patience } from './patience';

/** Asks again and again until it is so; for what a notification or another process brings about. */
export const eventually = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (const givesUpAt = Date.now() + patience(15_000); !(await isSo()); await sleep(15)) {
    if (Date.now() > givesUpAt) throw new Error('it never came');
  }
};
