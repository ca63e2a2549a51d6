import type { BarredDecision } from '@jikaotong/shared/contract';
import { stoppedByBan } from '@jikaotong/shared/words';
import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { findApplication, stopPaidApplication } from '../applications';
import { type Case, closeCase, closeCasesBegun } from '../cases';
import { cancelOrder, giveBackOf } from '../orders';
import { lockSession } from '../sessions';
import { liftParticipant } from '../sittings';
import { findBan } from './ban.repository';
import type { StoredBan } from './breach.record';

/** The cause of a case of an application that is paid for, whose person a ban keeps away. */
export const bannedPaidKey = ({ id }: Pick<StoredBan, 'id'>, candidateId: string): string =>
  `banned:${id}:${candidateId}`;

type Said = { readonly decision: BarredDecision; readonly reason: string; readonly accountId: string };

/**
 * Decides what becomes of it, once. Refuses `wrong-state` where that was decided, its results are published, or a transfer is
 * looked for; and as `giveBackOf`.
 */
export async function decideBannedPaid(ctx: Context, found: Case, said: Said): Promise<void> {
  const { decision, reason, accountId } = said;
  const [, banId = ''] = found.caseKey.split(':');
  const ban = await findBan(ctx.h, banId);
  const seen = found.candidateId === null ? null : await findApplication(ctx.h, found.candidateId);
  if (!ban || !seen) throw new Error(`case ${found.id} is of no ban or application`);
  await lockSession(ctx.h, seen.sessionId);
  const row = (await findApplication(ctx.h, seen.id)) ?? seen;
  if (!(await closeCase(ctx, found.id, { accountId, note: reason, nowMs: ctx.now.ms })))
    refuse('wrong-state', { state: 'resolved' });
  if (decision !== 'stand') {
    if (row.resultsPublishedOn !== null) refuse('wrong-state', { state: 'published-already' });
    if (decision === 'keep-fee' && row.transferClaimed) refuse('wrong-state', { state: 'transfer-claimed' });
    const why = stoppedByBan(ban.untilDay);
    if (!(await stopPaidApplication(ctx, row, why))) refuse('wrong-state', { state: row.state });
    await liftParticipant(ctx, row);
    // the payer may be a unit's agent, who hears nothing of a ban
    if (decision === 'refund') await giveBackOf(ctx, row.id, '报名已停止，费用退回');
    else if (row.orderState !== 'settled') await cancelOrder(ctx, { applicationId: row.id });
  }
  ctx.audit('banned-paid-decided', { applicationId: row.id, caseId: found.id }, { decision });
  const { accountId: holderId, id: candidateId } = row;
  await tellAccount(ctx, { accountId: holderId, candidateId, code: 'breach-barred', data: { decision, reason } });
}

/** A ban is lifted: what of it nobody has decided on yet goes on as it was, also where its day or the results came meanwhile. */
export const dropBannedPaid = (ctx: Context, ban: StoredBan, accountId: string): Promise<void> =>
  closeCasesBegun(ctx, bannedPaidKey(ban, ''), {
    accountId,
    note: '不得参加的处理已解除，报名照常',
    nowMs: ctx.now.ms,
  });
