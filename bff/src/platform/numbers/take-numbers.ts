import { type Handle, insert, isDuplicate, updateWhere } from '../db';
import { numberRecord } from './number.record';

/** Every lost round is a round somebody else won: far more than a body's staff can make happen. */
const ROUNDS = 200;

/**
 * Takes the next `count` sequences of a counter and returns the first. They belong to this transaction alone: a
 * conditional update decides between two that ask at once, and a rollback gives them back, so none is lost or used twice.
 */
export async function takeNumbers(h: Handle, counter: string, count: number): Promise<number> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const last = await lastTaken(h, counter);
    if ((await updateWhere(h, numberRecord, { id: counter, last }, { last: last + count })) === 1) return last + 1;
  }
  throw new Error(`the counter ${counter} would not hold still`);
}

/** The number that `takeNumbers` would give first, as the counter stands now. */
export const nextNumber = async (h: Handle, counter: string): Promise<number> =>
  ((await h.repo(numberRecord).findOneBy({ id: counter }))?.last ?? 0) + 1;

async function lastTaken(h: Handle, counter: string): Promise<number> {
  const row = await h.repo(numberRecord).findOneBy({ id: counter });
  if (row) return row.last;
  try {
    await insert(h, numberRecord, { id: counter, last: 0 });
  } catch (error) {
    // somebody else began it meanwhile; the conditional update then sees how far it came
    if (!isDuplicate(error)) throw error;
  }
  return 0;
}
