import type { AccountView } from '@jikaotong/shared/contract';
import { maskPhone } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import type { Account } from './account.record';
import { loadAccount, phoneOf } from './account.repository';
import { owesSecondFactor } from './second-factor.policy';
import { grantsOf } from './staff.repository';

/** An account as its owner sees it: the phone masked, the grants of this moment. */
export async function presentAccount(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  account: Account,
): Promise<AccountView> {
  const phone = phoneOf(ports.crypto, account);
  return {
    id: account.id,
    kind: account.kind,
    displayName: account.displayName,
    phoneMasked: phone === null ? null : maskPhone(phone),
    consentVersion: account.consentVersion,
    secondFactor: account.totpConfirmedAt !== null,
    secondFactorDue: owesSecondFactor(account, ports.config),
    grants: account.kind === 'staff' ? await grantsOf(h, account.id) : [],
  };
}

/** The account of whoever asks. */
export const presentOwnAccount = async (ctx: Pick<Context, 'h' | 'ports'>, accountId: string): Promise<AccountView> =>
  presentAccount(ctx, await loadAccount(ctx.h, accountId));
