import { isSameSecret } from '../../platform/crypto';
import type { SmsCode } from './account.record';

/** All on the wall clock: a code is for a person at a phone, not for the demonstration's days. */
export const CODE_MS = 5 * 60_000;
export const RESEND_MS = 60_000;
export const CODE_TRIES = 5;

/** Milliseconds until the next code may be asked for; 0 is now. */
export const waitMsOf = (live: Pick<SmsCode, 'sentAt'> | null, wallMs: number): number =>
  live === null ? 0 : Math.max(0, live.sentAt + RESEND_MS - wallMs);

/** `code-expired` when there is none, its time is over or its tries are spent; the hash decides the rest. */
export function judgeCode(
  live: Pick<SmsCode, 'codeHash' | 'expiresAt' | 'triesLeft'> | null,
  givenHash: string,
  wallMs: number,
): 'right' | 'code-wrong' | 'code-expired' {
  if (live === null || wallMs >= live.expiresAt || live.triesLeft <= 0) return 'code-expired';
  return isSameSecret(live.codeHash, givenHash) ? 'right' : 'code-wrong';
}
