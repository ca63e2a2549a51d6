import { type Handle, findLocked, updateWhere } from '../../platform/db';
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
  // the row stands first, and is ours: an INSERT that met another's would keep a shared lock, and a class that signs in
  // from one address would wait for each other for ever
  await h.run(NONE_YET[h.dialect], [key, new Date(wallMs)]);
  const known = await findLocked(h, wrongTriesRecord, { key });
  await updateWhere(h, wrongTriesRecord, { key }, afterWrongTry(known, tried, wallMs));
}

const NONE_YET: Readonly<Record<Handle['dialect'], string>> = {
  mysql: 'INSERT INTO wrong_tries (`key`, count, ends_at) VALUES (?, 0, ?) ON DUPLICATE KEY UPDATE count = count',
  sqlite: 'INSERT INTO wrong_tries (`key`, count, ends_at) VALUES (?, 0, ?) ON CONFLICT (`key`) DO NOTHING',
};

/** Forgets the counts whose time is over: names may be made up without end. */
export const forgetOverTries = (h: Handle, wallMs: number): Promise<number> =>
  h.run('DELETE FROM wrong_tries WHERE ends_at < ?', [new Date(wallMs)]);

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
