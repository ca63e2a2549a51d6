import { randomToken } from '../../platform/crypto';
import { type Handle, findLocked, insert, newId, updateWhere } from '../../platform/db';
import { type Account, type TokenFamily, tokenFamilyRecord } from './account.record';
import {
  type RefreshToken,
  freshRefreshToken,
  hashOf,
  idleMsOf,
  judgeRefresh,
  parseRefreshToken,
  successorOf,
} from './refresh-token';

/** Signs a device in; the token is shown once and stored as a hash. */
export async function startFamily(
  h: Handle,
  account: Pick<Account, 'id' | 'kind'>,
  wallMs: number,
): Promise<RefreshToken> {
  const token = freshRefreshToken(newId());
  await insert(h, tokenFamilyRecord, {
    id: token.familyId,
    accountId: account.id,
    currentHash: hashOf(token),
    previousHash: null,
    seed: randomToken(),
    rotatedAt: wallMs,
    expiresAt: wallMs + idleMsOf(account.kind),
    revokedAt: null,
  });
  return token;
}

/** `ended` tells a device to sign in again; a token used after its time has ended the family, which must be kept. */
export type Refreshed = { token: RefreshToken; accountId: string } | 'ended';

/** Exchanges a refresh token for its successor. Return `ended` as a value: a rollback would bring the family back. */
export async function refreshFamily(h: Handle, text: string, wallMs: number): Promise<Refreshed> {
  const token = parseRefreshToken(text);
  // locked: of two requests at once with one token, the second finds it is the previous one
  const family = token && (await findLocked(h, tokenFamilyRecord, { id: token.familyId }));
  if (!family) return 'ended';
  switch (judgeRefresh(family, token, wallMs)) {
    case 'rotate':
      return { token: await rotate(h, family, token, wallMs), accountId: family.accountId };
    case 'repeat':
      return { token: successorOf(token, family.seed), accountId: family.accountId };
    case 'revoke':
      await updateWhere(h, tokenFamilyRecord, { id: family.id }, { revokedAt: wallMs });
      return 'ended';
    case 'refuse':
      return 'ended';
  }
}

async function rotate(h: Handle, family: TokenFamily, token: RefreshToken, wallMs: number): Promise<RefreshToken> {
  const seed = randomToken();
  const successor = successorOf(token, seed);
  const idleMs = family.expiresAt - family.rotatedAt;
  await updateWhere(
    h,
    tokenFamilyRecord,
    { id: family.id, currentHash: family.currentHash },
    {
      currentHash: hashOf(successor),
      previousHash: family.currentHash,
      seed,
      rotatedAt: wallMs,
      expiresAt: wallMs + idleMs,
    },
  );
  return successor;
}

/** Signs the device of this token out; anything else is no news either. */
export async function endFamily(h: Handle, text: string, wallMs: number): Promise<void> {
  const token = parseRefreshToken(text);
  if (token) await updateWhere(h, tokenFamilyRecord, { id: token.familyId }, { revokedAt: wallMs });
}

/** Signs every device of an account out, as when its password changes. */
export const endFamiliesOf = (h: Handle, accountId: string, wallMs: number): Promise<number> =>
  h.run('UPDATE token_family SET revoked_at = ? WHERE account_id = ? AND revoked_at IS NULL', [
    new Date(wallMs),
    accountId,
  ]);
