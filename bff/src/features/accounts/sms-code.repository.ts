import type { Crypto } from '../../platform/crypto';
import { type Handle, findLocked, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { smsCodeRecord } from './account.record';
import { CODE_MS, CODE_TRIES, judgeCode, waitMsOf } from './sms-code.policy';
import { CODE_LIMIT } from './wrong-tries.policy';
import { forgetWrong, noteWrong, waitFor } from './wrong-tries.repository';

export const phoneIndexOf = (crypto: Crypto, phone: string): string => crypto.blindIndex('phone', phone);

/** Puts a new code in the place of the phone's last one; says how long to wait when that was too recent. */
export async function putCode(
  h: Handle,
  crypto: Crypto,
  given: { phone: string; code: string; wallMs: number },
): Promise<{ waitMs: number }> {
  const phoneIndex = phoneIndexOf(crypto, given.phone);
  const live = await findLocked(h, smsCodeRecord, { phoneIndex });
  const waitMs = waitMsOf(live, given.wallMs);
  if (waitMs > 0) return { waitMs };
  const code = {
    codeHash: codeHashOf(crypto, given),
    sentAt: given.wallMs,
    expiresAt: given.wallMs + CODE_MS,
    triesLeft: CODE_TRIES,
  };
  if (live) {
    await updateWhere(h, smsCodeRecord, { id: live.id }, code);
    return { waitMs: 0 };
  }
  try {
    await insert(h, smsCodeRecord, { id: newId(), phoneIndex, ...code });
    return { waitMs: 0 };
  } catch (error) {
    // two first codes at once: the other one is on its way
    if (isDuplicate(error, 'uq_sms_code_phone')) return { waitMs: 1_000 };
    throw error;
  }
}

/**
 * Takes a code: right once, and every wrong one costs a try, of this code and of the phone's. Return the answer as a
 * value before refusing: a rollback would give the try back.
 */
export async function takeCode(
  h: Handle,
  crypto: Crypto,
  given: { phone: string; code: string; wallMs: number },
): Promise<'right' | 'code-wrong' | 'code-expired'> {
  const question = { ...CODE_LIMIT, key: crypto.blindIndex('wrong-codes', given.phone) };
  const live = await findLocked(h, smsCodeRecord, { phoneIndex: phoneIndexOf(crypto, given.phone) });
  // a fresh code every minute brings fresh tries: the phone has its own
  if ((await waitFor(h, question, given.wallMs)) > 0) return 'code-expired';
  const verdict = judgeCode(live, codeHashOf(crypto, given), given.wallMs);
  if (live && verdict === 'right') {
    await updateWhere(h, smsCodeRecord, { id: live.id }, { triesLeft: 0 });
    await forgetWrong(h, question);
  }
  if (live && verdict === 'code-wrong') {
    await updateWhere(h, smsCodeRecord, { id: live.id }, { triesLeft: live.triesLeft - 1 });
    await noteWrong(h, question, given.wallMs);
  }
  return verdict;
}

/** Keyed: six digits alone are guessed from a plain hash in a blink. */
const codeHashOf = (crypto: Crypto, { phone, code }: { phone: string; code: string }): string =>
  crypto.blindIndex('sms-code', `${phone}:${code}`);
