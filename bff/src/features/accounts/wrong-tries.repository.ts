import { type Handle, findLocked, insert, isDuplicate, updateWhere } from '../../platform/db';
import { wrongTriesRecord } from './account.record';
import { type TriesLimit, afterWrongTry, waitMsAfter } from './wrong-tries.policy';

/** What is answered, such as the password of a name, by a blind index; whether it exists makes no difference. */
export type TriedSecret = TriesLimit & { readonly key: string };

/** Milliseconds until an answer is taken; locks the count, so that answers given at once come one by one. */
export const waitFor = async (h: Handle, tried: TriedSecret, wallMs: number): Promise<number> =>
  waitMsAfter(await findLocked(h, wrongTriesRecord, { key: tried.key }), tried, wallMs);

/** Counts a wrong answer; a refusal after it must not roll it back. */
export async function noteWrong(h: Handle, tried: TriedSecret, wallMs: number): Promise<void> {
  const { key } = tried;
  const known = await findLocked(h, wrongTriesRecord, { key });
  const tries = afterWrongTry(known, tried, wallMs);
  if (known) {
    await updateWhere(h, wrongTriesRecord, { key }, tries);
    return;
  }
  // names may be made up without end: what is over goes
  await h.run('DELETE FROM wrong_tries WHERE ends_at < ?', [new Date(wallMs)]);
  try {
    await insert(h, wrongTriesRecord, { key, ...tries });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await noteWrong(h, tried, wallMs);
  }
}

/** How many there are in the time that runs. */
export async function countedOf(h: Handle, { key }: TriedSecret, wallMs: number): Promise<number> {
  const known = await h.repo(wrongTriesRecord).findOneBy({ key });
  return known !== null && wallMs < known.endsAt ? known.count : 0;
}

/** Takes one back that turned out to be none. */
export const takeBack = async (h: Handle, { key }: TriedSecret): Promise<void> => {
  await h.run('UPDATE wrong_tries SET count = count - 1 WHERE `key` = ? AND count > 0', [key]);
};

/** A right answer ends the count. */
export const forgetWrong = async (h: Handle, { key }: TriedSecret): Promise<void> => {
  await h.run('DELETE FROM wrong_tries WHERE `key` = ?', [key]);
};
