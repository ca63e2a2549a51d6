import { type Context, refuse } from '../../platform/http';
import { releasePerson } from '../candidates';
import { changeIf } from '../participants';
import { findForBodies } from './application.repository';
import type { Decision } from './decide';
import { applicationReopened, eventOf } from './events';
import { guardOf } from './guard';

/**
 * Takes an approval back: it waits for a decision again, and its order ends. Refuses `wrong-state` for one that is not
 * approved or whose event changed since, and `already-paid` once money has come or a voucher says so.
 */
export async function takeBackApproval(ctx: Context, { id, version, bodyIds }: Omit<Decision, 'byAccountId'>) {
  const row = (await findForBodies(ctx.h, bodyIds, id)) ?? refuse('not-found');
  if (row.state !== 'approved' || row.changeId !== null) refuse('wrong-state', { state: row.state });
  if (row.orderState === 'settled' || row.transferClaimed) refuse('already-paid');
  const guard = guardOf({ ...row, version }, ['approved']);
  if (!(await changeIf(ctx.h, guard, { state: 'submitted', decidedAt: null }))) refuse('changed-meanwhile');
  await releasePerson(ctx.h, row.id);
  ctx.audit('application-approval-taken-back', { applicationId: row.id });
  // orders refuses here when the money came in this very moment
  await ctx.emit(applicationReopened(eventOf(row)));
}
