import { createHmac } from 'node:crypto';
import { isSameSecret, randomToken, sha256 } from '../../platform/crypto';
import type { TokenFamily } from './account.record';

/** How long the token before the present one still gives the same successor: a reply can be lost on the way. */
export const REPEAT_MS = 60_000;
/** How long a device stays signed in without being used. */
export const CANDIDATE_IDLE_MS = 30 * 86_400_000;
export const STAFF_IDLE_MS = 12 * 3_600_000;

export const idleMsOf = (kind: 'candidate' | 'staff'): number => (kind === 'staff' ? STAFF_IDLE_MS : CANDIDATE_IDLE_MS);

/** `familyId.secret`; only the hash of the secret is stored. */
export type RefreshToken = { readonly familyId: string; readonly secret: string };

export const refreshTokenText = ({ familyId, secret }: RefreshToken): string => `${familyId}.${secret}`;

/** Null for anything that does not look like one of ours. */
export function parseRefreshToken(text: string): RefreshToken | null {
  const [, familyId = '', secret = ''] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(text) ?? [];
  return familyId === '' ? null : { familyId, secret };
}

export const freshRefreshToken = (familyId: string): RefreshToken => ({ familyId, secret: randomToken() });

/** The next token follows from this one and the family's seed, so that it can be given twice and need not be stored. */
export const successorOf = (token: RefreshToken, seed: string): RefreshToken => ({
  familyId: token.familyId,
  secret: createHmac('sha256', token.secret).update(seed).digest('base64url'),
});

export const hashOf = (token: RefreshToken): string => sha256(token.secret);

/**
 * What to do with a token that was shown: the present one moves on; the one before repeats its successor for a minute;
 * anything else of the family is an old one in wrong hands, so the whole family ends.
 */
export function judgeRefresh(
  family: Pick<TokenFamily, 'currentHash' | 'previousHash' | 'rotatedAt' | 'expiresAt' | 'revokedAt'>,
  token: RefreshToken,
  wallMs: number,
): 'rotate' | 'repeat' | 'revoke' | 'refuse' {
  if (family.revokedAt !== null || wallMs >= family.expiresAt) return 'refuse';
  const hash = hashOf(token);
  if (isSameSecret(hash, family.currentHash)) return 'rotate';
  const isPrevious = family.previousHash !== null && isSameSecret(hash, family.previousHash);
  return isPrevious && wallMs < family.rotatedAt + REPEAT_MS ? 'repeat' : 'revoke';
}
