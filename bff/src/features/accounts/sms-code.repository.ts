import type { Crypto } from '../../platform/crypto';
import { type Handle, findLocked, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type SmsCode, smsCodeRecord } from './account.record';
import type { Caller } from './caller';
import { phoneIndexOf } from './phone-index';
import { type CodeRequest, type Spent, returnMessage, spendMessage } from './sms-budget.repository';
import { CODE_MS, CODE_TRIES, judgeCode, waitMsOf } from './sms-code.policy';
import { CODE_LIMIT } from './wrong-tries.policy';
import { type TriedSecret, countedOf, forgetWrong, noteWrong, waitFor } from './wrong-tries.repository';

/** Why no code is sent, and until when. */
export type NoCode = {
  readonly why: 'too-soon' | 'too-many-wrong' | 'number' | 'address' | 'all';
  readonly waitMs: number;
};

/**
 * Puts a new code in the place of the phone's last one and takes a message from the budgets. None is sent to whoever has
 * no tries left: it would be dead when it comes.
 */
export async function putCode(
  h: Handle,
  crypto: Crypto,
  given: CodeRequest & { code: string; wallMs: number },
): Promise<NoCode | Spent> {
  const { wallMs } = given;
  const phoneIndex = phoneIndexOf(crypto, given.phone);
  const live = await findLocked(h, smsCodeRecord, { phoneIndex });
  const soonMs = waitMsOf(live, wallMs);
  if (soonMs > 0) return { why: 'too-soon', waitMs: soonMs };
  const heldMs = await waitFor(h, wrongCodesOf(crypto, given), wallMs);
  if (heldMs > 0) return { why: 'too-many-wrong', waitMs: heldMs };
  const spent = await spendMessage(h, crypto, given, wallMs);
  if (!spent.spent) return { why: spent.by, waitMs: spent.waitMs };
  const code = {
    codeHash: codeHashOf(crypto, given),
    sentAt: wallMs,
    expiresAt: wallMs + CODE_MS,
    triesLeft: CODE_TRIES,
    askedBy: askerOf(crypto, given),
  };
  if (live) {
    await updateWhere(h, smsCodeRecord, { id: live.id }, code);
    return spent;
  }
  try {
    await insert(h, smsCodeRecord, { id: newId(), phoneIndex, ...code });
    return spent;
  } catch (error) {
    // two first codes at once: the other one is on its way
    if (isDuplicate(error, 'uq_sms_code_phone')) return { why: 'too-soon', waitMs: 1_000 };
    throw error;
  }
}

/** Takes a code back that was never sent: the next one may be asked for at once. */
export async function withdrawCode(h: Handle, crypto: Crypto, given: CodeRequest & { code: string }): Promise<void> {
  const codeHash = codeHashOf(crypto, given);
  const phoneIndex = phoneIndexOf(crypto, given.phone);
  await h.run('DELETE FROM sms_code WHERE phone_index = ? AND code_hash = ?', [phoneIndex, codeHash]);
  await returnMessage(h, crypto, given);
}

export type CodeVerdict = 'right' | 'code-wrong' | 'code-expired' | { readonly waitMs: number };

/**
 * Takes a code: right once, and every wrong one costs a try, of this code and of who gives it. Who did not ask for the
 * code has other tries than who did, so that nobody uses up another's. Return the answer as a value before refusing: a
 * rollback would give the try back.
 */
export async function takeCode(
  h: Handle,
  crypto: Crypto,
  given: { phone: string; code: string; wallMs: number; caller: Caller },
): Promise<CodeVerdict> {
  const { wallMs } = given;
  const question = wrongCodesOf(crypto, given);
  const live = await findLocked(h, smsCodeRecord, { phoneIndex: phoneIndexOf(crypto, given.phone) });
  // a fresh code every minute brings fresh tries: whoever gives them has a number of them, too
  const waitMs = await waitFor(h, question, wallMs);
  if (waitMs > 0) return { waitMs };
  if (!live) return 'code-expired';
  const isAsker = live.askedBy === null || live.askedBy === askerOf(crypto, given);
  const ofOthers = triesOfOthers(crypto, live);
  const triesLeft = isAsker ? live.triesLeft : CODE_TRIES - (await countedOf(h, ofOthers, wallMs));
  const verdict = judgeCode({ ...live, triesLeft }, codeHashOf(crypto, given), wallMs);
  if (verdict === 'right') {
    await updateWhere(h, smsCodeRecord, { id: live.id }, { triesLeft: 0, expiresAt: wallMs });
    await forgetWrong(h, question);
  }
  if (verdict === 'code-wrong') {
    if (isAsker) await updateWhere(h, smsCodeRecord, { id: live.id }, { triesLeft: live.triesLeft - 1 });
    else await noteWrong(h, ofOthers, wallMs);
    await noteWrong(h, question, wallMs);
  }
  return verdict;
}

type Given = { readonly phone: string; readonly caller: Caller };

const wrongCodesOf = (crypto: Crypto, { phone, caller }: Given): TriedSecret => ({
  ...CODE_LIMIT,
  key: crypto.blindIndex('wrong-codes', `${phone}\n${caller.key}`),
});

const triesOfOthers = (crypto: Crypto, { id, sentAt }: SmsCode): TriedSecret => ({
  most: CODE_TRIES,
  withinMs: CODE_MS,
  key: crypto.blindIndex('code-tries-of-others', `${id}\n${sentAt}`),
});

const askerOf = (crypto: Crypto, { phone, caller }: Given): string =>
  crypto.blindIndex('code-asked-by', `${phone}\n${caller.key}`);

/** Keyed: six digits alone are guessed from a plain hash in a blink. */
const codeHashOf = (crypto: Crypto, { phone, code }: { phone: string; code: string }): string =>
  crypto.blindIndex('sms-code', `${phone}:${code}`);
