import { type Context, refuse } from '../../platform/http';
import { releasePerson } from '../candidates';
import { changeIf } from '../participants';
import { findForBodies } from './application.repository';
import type { Decision } from './decide';
import { applicationReopened, eventOf } from './events';
import { guardOf } from './guard';
import { type AskedRemark, askToMend, noteReason } from './remarks';

/** Why, and what the candidate is to mend; with neither, many that were approved together are given back at once. */
type Why = { readonly reason?: string; readonly remarks?: readonly AskedRemark[] | undefined };

/**
 * Takes an approval back: it waits for a decision again, or is with the candidate to be mended, and its order ends. Refuses
 * `wrong-state` for one that is not approved or whose event changed since, and `already-paid` once money has come or a
 * voucher says so.
 */
export async function takeBackApproval(
  ctx: Context,
  { id, version, bodyIds, byAccountId }: Decision,
  { reason, remarks }: Why = {},
) {
  const row = (await findForBodies(ctx.h, bodyIds, id)) ?? refuse('not-found');
  if (row.state !== 'approved' || row.changeId !== null) refuse('wrong-state', { state: row.state });
  if (row.orderState === 'settled' || row.transferClaimed) refuse('already-paid', { of: 'approval' });
  const guard = guardOf({ ...row, version }, ['approved']);
  const state = remarks ? 'returned' : 'submitted';
  const decidedAt = remarks ? ctx.now.ms : null;
  if (!(await changeIf(ctx.h, guard, { state, decidedAt }))) refuse('changed-meanwhile');
  await releasePerson(ctx.h, row.id);
  if (reason !== undefined) await noteReason(ctx, row, { field: 'approval', text: reason, byAccountId });
  if (remarks) await askToMend(ctx, row, { remarks, byAccountId });
  const asked = remarks && { fields: remarks.map(({ field }) => field) };
  ctx.audit('application-approval-taken-back', { applicationId: row.id }, asked);
  // orders refuses here when the money came in this very moment
  await ctx.emit(applicationReopened({ ...eventOf(row), reason: reason ?? null, toMend: remarks !== undefined }));
}
