import type { AwardPayment } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Context, refuse } from '../../platform/http';
import { type Award, accountOf, payAwardIf, unpayAwardIf } from './award.repository';

type Paid = { readonly paidOn: LocalDate; readonly how: AwardPayment; readonly byAccountId: string };

/** Notes, once, that the money of an award was paid. Refuses `invalid-input` for a day to come, `wrong-state`, `changed-meanwhile`. */
export async function payOut(ctx: Context, award: Award, { paidOn, how, byAccountId }: Paid): Promise<void> {
  if (paidOn > ctx.now.day) refuse('invalid-input', { issues: ['needs.paidOn'] });
  if (award.paidOn !== null) refuse('wrong-state', { state: 'award-paid' });
  if (award.fen === null || award.state !== 'given') refuse('wrong-state', { state: 'award-no-money' });
  const { recipient, candidateId } = award;
  const needsAccount = how === 'transfer' && recipient === 'entrant' && candidateId !== null;
  if (needsAccount && !(await accountOf(ctx.h, candidateId))) refuse('wrong-state', { state: 'award-no-account' });
  const set = { paidOn, paidHow: how, paidBy: byAccountId };
  if (!(await payAwardIf(ctx.h, award.id, set))) refuse('changed-meanwhile');
  ctx.audit('award-paid', { awardId: award.id, noticeId: award.noticeId }, { award: award.code, fen: award.fen, how });
}

/** Takes back that it was paid. Refuses `wrong-state` where that was not noted. */
export async function unpay(ctx: Context, award: Award): Promise<void> {
  if (!(await unpayAwardIf(ctx.h, award.id))) refuse('wrong-state', { state: 'award-unpaid' });
  ctx.audit('award-unpaid', { awardId: award.id, noticeId: award.noticeId }, { award: award.code });
}
