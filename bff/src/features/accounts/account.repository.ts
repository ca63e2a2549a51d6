import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type Account, type SignIn, accountRecord, signInRecord } from './account.record';
import { phoneIndexOf } from './phone-index';

export type SignInKey = Pick<SignIn, 'kind' | 'issuer' | 'subject'>;

export const PASSWORD_ISSUER = 'jikaotong';

export const findAccount = (h: Handle, accountId: string): Promise<Account | null> =>
  h.repo(accountRecord).findOneBy({ id: accountId });

/** The account of somebody who is signed in. */
export const loadAccount = (h: Handle, accountId: string): Promise<Account> =>
  h.repo(accountRecord).findOneByOrFail({ id: accountId });

export const findSignIn = (h: Handle, { kind, issuer, subject }: SignInKey): Promise<SignIn | null> =>
  h.repo(signInRecord).findOneBy({ kind, issuer, subject });

/** The openid an account receives messages and pays under, for this app; null when it never came through WeChat. */
export async function findOpenid(h: Handle, accountId: string, appId: string): Promise<string | null> {
  const signIn = await h.repo(signInRecord).findOneBy({ accountId, kind: 'wechat', issuer: appId });
  return signIn?.subject ?? null;
}

/** The account behind a sign-in; a new candidate when nobody came this way before. Two at once become one. */
export async function findOrAddCandidate(h: Handle, key: SignInKey, nowMs: number): Promise<Account> {
  const known = await findSignIn(h, key);
  if (known) return h.repo(accountRecord).findOneByOrFail({ id: known.accountId });
  const account = await addAccount(h, { kind: 'candidate', displayName: null, nowMs });
  if ((await addSignIn(h, { ...key, accountId: account.id, nowMs })) === 'added') return account;
  await h.repo(accountRecord).delete({ id: account.id });
  const winner = await h.repo(signInRecord).findOneByOrFail(key);
  return h.repo(accountRecord).findOneByOrFail({ id: winner.accountId });
}

export async function addAccount(
  h: Handle,
  given: Pick<Account, 'kind' | 'displayName'> & { nowMs: number },
): Promise<Account> {
  const account: Account = {
    id: newId(),
    kind: given.kind,
    displayName: given.displayName,
    phone: null,
    disabled: false,
    consentVersion: null,
    consentAt: null,
    totpSecret: null,
    totpConfirmedAt: null,
    totpStep: null,
    totpDueSince: null,
    totpResetBy: null,
    textMessagesOff: false,
    createdAt: given.nowMs,
  };
  await insert(h, accountRecord, account);
  return account;
}

/** Adds a way into an account; `taken` when it leads somewhere already. */
export async function addSignIn(
  h: Handle,
  given: SignInKey & { accountId: string; nowMs: number },
): Promise<'added' | 'taken'> {
  const { accountId, kind, issuer, subject, nowMs } = given;
  try {
    const row = { id: newId(), accountId, kind, issuer, subject, secretHash: null, createdAt: nowMs };
    await insert(h, signInRecord, row);
    return 'added';
  } catch (error) {
    if (isDuplicate(error, 'uq_sign_in_subject')) return 'taken';
    throw error;
  }
}

/** The sign-in of a member of staff. */
export const passwordKey = (name: string): SignInKey => ({ kind: 'password', issuer: PASSWORD_ISSUER, subject: name });

/** The name and password of an account; null where one comes in another way. */
export const findPassword = (h: Handle, accountId: string): Promise<SignIn | null> =>
  h.repo(signInRecord).findOneBy({ accountId, kind: 'password' });

/** The sign-in of a proven phone. */
export const phoneKey = (crypto: Crypto, phone: string): SignInKey => ({
  kind: 'phone',
  issuer: '+86',
  subject: phoneIndexOf(crypto, phone),
});

/** Makes a proven phone the account's own, in the place of any other; `taken` when it leads to another account. */
export async function bindPhone(
  h: Handle,
  crypto: Crypto,
  given: { accountId: string; phone: string; nowMs: number },
): Promise<'bound' | 'taken'> {
  const { accountId, phone, nowMs } = given;
  const key = phoneKey(crypto, phone);
  const known = await findSignIn(h, key);
  if (known && known.accountId !== accountId) return 'taken';
  if (!known) {
    if ((await addSignIn(h, { ...key, accountId, nowMs })) === 'taken') return 'taken';
    await h.run("DELETE FROM sign_in WHERE account_id = ? AND kind = 'phone' AND subject <> ?", [
      accountId,
      key.subject,
    ]);
  }
  await updateWhere(h, accountRecord, { id: accountId }, { phone: crypto.encryptField(phonePlace(accountId), phone) });
  return 'bound';
}

/** The proven phone in the clear, or null. */
export const phoneOf = (crypto: Crypto, account: Pick<Account, 'id' | 'phone'>): string | null =>
  account.phone === null ? null : crypto.decryptField(phonePlace(account.id), account.phone);

export const setConsent = (h: Handle, accountId: string, version: string, nowMs: number): Promise<number> =>
  updateWhere(h, accountRecord, { id: accountId }, { consentVersion: version, consentAt: nowMs });

/** Whether an account wants SMS of what must not be missed. */
export const setTextMessagesOff = (h: Handle, accountId: string, textMessagesOff: boolean): Promise<number> =>
  updateWhere(h, accountRecord, { id: accountId }, { textMessagesOff });

/** Nothing is agreed to any more; 0 where nothing was. */
export const dropConsent = (h: Handle, accountId: string): Promise<number> =>
  h.run('UPDATE account SET consent_version = NULL, consent_at = NULL WHERE id = ? AND consent_version IS NOT NULL', [
    accountId,
  ]);

const phonePlace = (accountId: string) => ({ table: 'account', column: 'phone', row: accountId });
