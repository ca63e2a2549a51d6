import type { Crypto } from '../../platform/crypto';
import { type Handle, updateWhere } from '../../platform/db';
import { type Account, accountRecord } from './account.record';
import { loadAccount } from './account.repository';
import { judgeTotp } from './second-factor';

const place = (row: string) => ({ table: 'account', column: 'totp_secret', row });

/** Keeps a secret until it is confirmed; false when a second factor is in use already. */
export const putTotpSecret = async (h: Handle, crypto: Crypto, account: Account, secret: string): Promise<boolean> =>
  account.totpConfirmedAt === null &&
  (await updateWhere(
    h,
    accountRecord,
    { id: account.id },
    { totpSecret: crypto.encryptField(place(account.id), secret), totpStep: null },
  )) === 1;

export const totpSecretOf = (crypto: Crypto, account: Account): string | null =>
  account.totpSecret === null ? null : crypto.decryptField(place(account.id), account.totpSecret);

/** Takes a code of the authenticator app once; false when it is wrong, old or used. */
export async function takeTotp(
  h: Handle,
  crypto: Crypto,
  account: Account,
  given: { code: string; wallMs: number },
): Promise<boolean> {
  const secret = totpSecretOf(crypto, account);
  const step = secret === null ? null : judgeTotp(secret, given.code, account.totpStep, given.wallMs);
  if (step === null) return false;
  const spent = await h.run('UPDATE account SET totp_step = ? WHERE id = ? AND (totp_step IS NULL OR totp_step < ?)', [
    step,
    account.id,
    step,
  ]);
  return spent === 1;
}

export const confirmTotp = (h: Handle, accountId: string, wallMs: number): Promise<number> =>
  updateWhere(h, accountRecord, { id: accountId }, { totpConfirmedAt: wallMs, totpDueSince: null, totpResetBy: null });

/** Takes a second factor away, whose owner then owes a new one; false when there is none. `by` null: the command line. */
export const forgetSecondFactor = async (
  h: Handle,
  accountId: string,
  { wallMs, by }: { readonly wallMs: number; readonly by: string | null },
): Promise<boolean> =>
  (await h.run(
    `UPDATE account SET totp_secret = NULL, totp_confirmed_at = NULL, totp_step = NULL, totp_due_since = ?, totp_reset_by = ?
     WHERE id = ? AND totp_confirmed_at IS NOT NULL`,
    [new Date(wallMs), by, accountId],
  )) === 1;

/** Whether this administrator took the second factor away that somebody has not set up anew yet. */
export async function wasResetBy(h: Handle, accountId: string, administratorId: string): Promise<boolean> {
  const { totpDueSince, totpResetBy } = await loadAccount(h, accountId);
  return totpDueSince !== null && totpResetBy === administratorId;
}
