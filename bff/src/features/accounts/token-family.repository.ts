import { randomToken } from '../../platform/crypto';
import { type Handle, findLocked, insert, newId, updateWhere } from '../../platform/db';
import { IsNull, MoreThan } from 'typeorm';
import { type Account, type TokenFamily, tokenFamilyRecord } from './account.record';
import type { Device } from './device';
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
  device: Device,
  wallMs: number,
): Promise<RefreshToken> {
  const token = freshRefreshToken(newId());
  await insert(h, tokenFamilyRecord, {
    id: token.familyId,
    accountId: account.id,
    currentHash: hashOf(token),
    previousHash: null,
    seed: randomToken(),
    ...device,
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

/** Signs every device of an account out but one. */
export const endOtherFamiliesOf = (h: Handle, accountId: string, keptId: string, wallMs: number): Promise<number> =>
  h.run('UPDATE token_family SET revoked_at = ? WHERE account_id = ? AND id <> ? AND revoked_at IS NULL', [
    new Date(wallMs),
    accountId,
    keptId,
  ]);

/** Signs one device of an account out; false when there is no such device any more. */
export const endFamilyOf = async (h: Handle, accountId: string, familyId: string, wallMs: number): Promise<boolean> =>
  (await updateWhere(
    h,
    tokenFamilyRecord,
    { id: familyId, accountId, revokedAt: IsNull(), expiresAt: MoreThan(wallMs) },
    { revokedAt: wallMs },
  )) === 1;

/** So many devices are shown; nobody has more in use. */
const MOST_SHOWN = 50;

/** The devices on which an account is signed in, last used first. */
export const listFamiliesOf = (h: Handle, accountId: string, wallMs: number): Promise<TokenFamily[]> =>
  h.repo(tokenFamilyRecord).find({
    where: { accountId, revokedAt: IsNull(), expiresAt: MoreThan(wallMs) },
    order: { rotatedAt: 'DESC', id: 'DESC' },
    take: MOST_SHOWN,
  });
