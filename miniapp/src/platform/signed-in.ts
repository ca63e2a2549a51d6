import { type AccountView, type SignedIn, accounts } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { IN_WECHAT } from './environment';
import { forgetMine, keepAccount, keptAccount } from './offline';
import { forgetPhoneFiles } from './phone-files';
import type { Reply } from './reply';
import { send } from './send';
import { DOOR_NAMES, JUDGE_LISTS, UNSAVED_DRAFTS, forget, forgetListed, keep, readKept } from './storage';

/** `starting` until the kept sign-in, if any, has been renewed. */
export type SignInState =
  | { readonly phase: 'starting' | 'out'; readonly account: null }
  | { readonly phase: 'in'; readonly account: AccountView };

let state: SignInState = { phase: 'starting', account: null };
let access: { token: string; expiresAt: number } | null = null;
let renewal: Promise<Renewal> | null = null;
const listeners = new Set<() => void>();

type Renewal = 'renewed' | 'signed-out' | 'offline';

export const signInState = (): SignInState => state;

export function onSignInChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes a fresh sign-in as the current one. */
export function holdSignIn({ accessToken, accessExpiresAt, refreshToken, account }: SignedIn): void {
  access = { token: accessToken, expiresAt: accessExpiresAt };
  if (refreshToken) keep(REFRESH, refreshToken);
  keep(WAS_HERE, true);
  void keepAccount(account);
  become({ phase: 'in', account });
}

export function dropSignIn(): void {
  access = null;
  forget(REFRESH);
  forget(WAS_HERE);
  forget(UNSAVED_DRAFTS);
  forgetListed(DOOR_NAMES);
  forgetListed(JUDGE_LISTS);
  forgetPhoneFiles();
  void forgetMine();
  become({ phase: 'out', account: null });
}

/** The account as an endpoint has just answered it, for instance after consent. */
export function updateAccount(account: AccountView): void {
  if (state.phase === 'in') become({ phase: 'in', account });
}

/** The token for the next request, renewed if it is about to run out; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  if (access && access.expiresAt - Date.now() > RENEW_EARLY_MS) return access.token;
  if (!access && state.phase === 'out') return null;
  await renewSignIn();
  return access ? access.token : null;
}

/** Exchanges the refresh token once, however many requests ask for it at the same time. */
export function renewSignIn(): Promise<Renewal> {
  renewal ??= renewNow().finally(() => {
    renewal = null;
  });
  return renewal;
}

/** Tells the server to forget the refresh token and forgets it here, whatever the network does. */
export async function signOut(): Promise<void> {
  const kept = readKept(REFRESH, z.string());
  dropSignIn();
  await send(accounts.signOut, { body: kept ? { refreshToken: kept } : {} }, {});
}

async function renewNow(): Promise<Renewal> {
  const kept = readKept(REFRESH, z.string());
  if (!kept && (IN_WECHAT || !readKept(WAS_HERE, z.boolean()))) {
    become({ phase: 'out', account: null });
    return 'signed-out';
  }
  const reply: Reply<SignedIn> = await send(accounts.refreshSignIn, { body: kept ? { refreshToken: kept } : {} }, {});
  if (reply.ok) {
    holdSignIn(reply.data);
    return 'renewed';
  }
  if (reply.code === 'not-signed-in' || reply.code === 'account-disabled') {
    dropSignIn();
    return 'signed-out';
  }
  // Until the network is back nobody knows whether the kept sign-in still holds.
  if (state.phase === 'starting') {
    // what is kept of them is shown meanwhile
    const account = reply.code === 'offline' ? await keptAccount() : null;
    if (account) become({ phase: 'in', account });
    else setTimeout(() => void renewSignIn(), RETRY_AFTER_MS);
  }
  return 'offline';
}

function become(next: SignInState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

/** The refresh token; on h5 it lives in an httpOnly cookie instead, and only WAS_HERE tells that there may be one. */
const REFRESH = 'refresh-token';
const WAS_HERE = 'was-signed-in';
const RENEW_EARLY_MS = 20_000;
const RETRY_AFTER_MS = 4000;
