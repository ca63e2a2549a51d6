import { type Handle, findLocked, insert, isDuplicate, updateWhere } from '../../platform/db';
import { wrongTriesRecord } from './account.record';
import { type Limit, oneMore, waitMsAfter } from './wrong-tries.policy';

/** What is answered, such as the password of a name, by a blind index; whether it exists makes no difference. */
export type Question = Limit & { readonly key: string };

/** Milliseconds until an answer is taken; locks the count, so that answers given at once come one by one. */
export const waitFor = async (h: Handle, question: Question, wallMs: number): Promise<number> =>
  waitMsAfter(await findLocked(h, wrongTriesRecord, { key: question.key }), question, wallMs);

/** Counts a wrong answer; a refusal after it must not roll it back. */
export async function noteWrong(h: Handle, question: Question, wallMs: number): Promise<void> {
  const { key } = question;
  const known = await findLocked(h, wrongTriesRecord, { key });
  const tries = oneMore(known, question, wallMs);
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
    await noteWrong(h, question, wallMs);
  }
}

/** A right answer ends the count. */
export const forgetWrong = async (h: Handle, { key }: Question): Promise<void> => {
  await h.run('DELETE FROM wrong_tries WHERE `key` = ?', [key]);
};
