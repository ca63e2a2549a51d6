import type { SignedIn } from '@jikaotong/shared/contract';
import type { Actor, Context, Cookies } from '../../platform/http';
import { refuse } from '../../platform/http';
import type { Account } from './account.record';
import { presentAccount } from './account.presenter';
import { deviceOf } from './device';
import { type RefreshToken, idleMsOf, refreshTokenText } from './refresh-token';
import { startFamily } from './token-family.repository';

/** Where h5 keeps its refresh token, out of reach of scripts. */
export const REFRESH_COOKIE = 'jikaotong_refresh';

type Keep = 'cookie' | 'body';

/** Signs a device in to an account that has proven itself; refuses `account-disabled`. */
export async function signIn(
  ctx: Context & { cookies: Cookies; agent: string },
  account: Account,
  keep: Keep,
  way: 'wechat' | 'phone' | 'password' | 'invitation',
): Promise<SignedIn> {
  if (account.disabled) refuse('account-disabled');
  const token = await startFamily(ctx.h, account, deviceOf(ctx.agent), ctx.now.wallMs);
  ctx.audit('signed-in', { accountId: account.id, session: token.familyId }, { way });
  return signedInWith(ctx, account, token, keep);
}

/** The reply to a device that holds `token`: a short access token, and the refresh token in the cookie or the body. */
export async function signedInWith(
  ctx: Context & { cookies: Cookies },
  account: Account,
  token: RefreshToken,
  keep: Keep,
): Promise<SignedIn> {
  const access = { accountId: account.id, kind: account.kind, session: token.familyId };
  const { token: accessToken, expiresAtMs } = ctx.ports.crypto.access.sign(access, ctx.now.wallMs);
  if (keep === 'cookie') ctx.cookies.set(REFRESH_COOKIE, refreshTokenText(token), idleMsOf(account.kind));
  return {
    accessToken,
    accessExpiresAt: expiresAtMs,
    refreshToken: keep === 'body' ? refreshTokenText(token) : null,
    account: await presentAccount(ctx, account),
  };
}

/**
 * Ends the transaction of `handle` before the answer is given: what a "no" costs (a try, a stolen family) must not be
 * rolled back with the refusal that `finish` or `present` gives.
 */
export const afterCommit = (): Promise<void> => Promise.resolve();

/** Whoever asks by a request has signed in on some device. */
export const thisDevice = ({ session }: Actor): string => session ?? refuse('not-signed-in');
