import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { APPLICATION_STATES } from '@jikaotong/shared/rules/progress';
import { accountKeyOf, changeCandidate } from '../candidates';
import { LIVE, changeIf } from '../participants';
import type { Application } from './application.record';
import { applicationChangedHands } from './events';
import { guardOf } from './guard';

/**
 * Gives an application to the candidate's own account; orders and messages follow. Refuses
 * `application-conflict` when that account has a live one for the same offering, and `changed-meanwhile`.
 */
export async function changeOwner(ctx: Context, row: Application, accountId: string): Promise<void> {
  const accountKey = LIVE.includes(row.state) ? accountKeyOf(row.scope, accountId) : null;
  if (!(await changeIf(ctx.h, guardOf(row, APPLICATION_STATES), {}))) refuse('changed-meanwhile');
  await changeCandidate(ctx.h, row.id, { accountId, accountKey }).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_candidate_account')) throw error;
    return refuse('application-conflict');
  });
  const { id: applicationId, accountId: fromAccountId } = row;
  const ids = { applicationId, toAccountId: accountId };
  ctx.audit('application-changed-hands', fromAccountId === null ? ids : { ...ids, fromAccountId });
  await ctx.emit(applicationChangedHands({ applicationId, fromAccountId, toAccountId: accountId }));
}
