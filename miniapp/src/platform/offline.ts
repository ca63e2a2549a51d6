import { type AccountView, accounts } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { MINE_READS, forget, forgetListed, keep, keepListed, listedIn, readKept } from './storage';

/**
 * WeChat keeps the mini-program itself on the phone. What a candidate last read of their own stands in its storage, as the
 * browser's service worker keeps it: nothing of staff's, no papers, no pictures, and nothing after signing out.
 */
const MY_READS = /^\/(applications|entries|registrations)(\/[^/]+)?$/;
const MOST = 12;
const ACCOUNT = 'mine-account';
const KeptRead = z.object({ accountId: z.string(), at: z.number(), data: z.unknown() });

export function prepareOffline(): void {}

/** Keeps who is signed in, so that what is theirs can be shown without a network; what another one left is forgotten. */
export function keepAccount(account: AccountView): Promise<void> {
  const before = readKept(ACCOUNT, accounts.AccountView);
  if (account.kind === 'staff' || (before !== null && before.id !== account.id)) void forgetMine();
  if (account.kind !== 'staff') keep(ACCOUNT, account);
  return Promise.resolve();
}

/** Who was signed in when there was a network last. */
export const keptAccount = (): Promise<AccountView | null> => Promise.resolve(readKept(ACCOUNT, accounts.AccountView));

export function forgetMine(): Promise<void> {
  forgetListed(MINE_READS);
  forget(ACCOUNT);
  return Promise.resolve();
}

/** Whose the answer to a read will be that is kept on this phone; null: it is not kept. */
export function keeperOf(path: string): string | null {
  return MY_READS.test(pathIn(path)) ? (readKept(ACCOUNT, accounts.AccountView)?.id ?? null) : null;
}

/** Keeps an answer for its owner, unless they have signed out while it came. */
export function keepRead(path: string, accountId: string, data: unknown): void {
  if (keeperOf(path) !== accountId) return;
  const others = listedIn(MINE_READS).filter((key) => key !== keyOf(path));
  for (const oldest of others.slice(0, Math.max(0, others.length - MOST + 1))) forgetListed(MINE_READS, oldest);
  keepListed(MINE_READS, keyOf(path), { accountId, at: Date.now(), data } satisfies z.output<typeof KeptRead>);
}

/** What was answered last, and when; null when nothing is kept of it. */
export function readOffline(path: string): { readonly at: number; readonly data: unknown } | null {
  const kept = readKept(keyOf(path), KeptRead);
  return kept !== null && kept.accountId === keeperOf(path) ? kept : null;
}

/** No key is the beginning of another. */
const keyOf = (path: string): string => `read:${path};`;
const pathIn = (address: string): string => address.split('?')[0] ?? '';
