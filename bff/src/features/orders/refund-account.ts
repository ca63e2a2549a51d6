import type { BodyOf, RefundAccount, orders as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import { type Context, refuse } from '../../platform/http';
import { directReturn } from './follow-session.repository';
import { type Return, returnWords } from './return.record';

/** Says where these go that wait for finance. Refuses `wrong-state` where none of them waits any more. */
export async function directReturns(
  ctx: Context,
  returns: readonly Return[],
  said: BodyOf<typeof contract.giveRefundAccount>,
): Promise<void> {
  const { crypto } = ctx.ports;
  let directed = 0;
  for (const { id, orderId, caseId } of returns) {
    const to = {
      holder: returnWords.seal(crypto, id, 'holder', said.holder),
      bank: returnWords.seal(crypto, id, 'bank', said.bank),
      number: returnWords.seal(crypto, id, 'number', said.number),
      accountAt: ctx.now.ms,
    };
    if (!(await directReturn(ctx.h, id, to))) continue;
    directed += 1;
    ctx.audit('refund-account-given', { returnId: id, orderId, caseId });
  }
  if (directed === 0) refuse('wrong-state', { state: 'nothing-by-hand' });
}

/** Where a return goes, in the clear; null: nobody has said so, or it is back. */
export function accountOf(crypto: Pick<Crypto, 'decryptField'>, row: Return) {
  const holder = returnWords.openIf(crypto, row, 'holder');
  const bank = returnWords.openIf(crypto, row, 'bank');
  const number = returnWords.openIf(crypto, row, 'number');
  return holder === null || bank === null || number === null ? null : { holder, bank, number };
}

/** The same as people see it on a screen. */
export function presentAccount(crypto: Pick<Crypto, 'decryptField'>, row: Return): RefundAccount | null {
  const account = accountOf(crypto, row);
  if (account === null || row.accountAt === null) return null;
  const { holder, bank, number } = account;
  return { holder, bank, numberMasked: maskNumber(number), on: dayAt(row.accountAt) };
}
