import { type Context, refuse } from '../../platform/http';
import { changeIf } from '../participants';
import { changeOwnRow, findForBodies } from './application.repository';
import type { Decision } from './decide';
import { applicationRecalled, eventOf } from './events';
import { guardOf } from './guard';

/**
 * Takes a return back: it waits for a decision again. Refuses `wrong-state` for one that is not returned or whose event
 * changed since, and `changed-meanwhile` once the candidate has begun to mend it. What was asked stays among the earlier
 * remarks, and what had been mended before is marked as it was.
 */
export async function recallReturn(ctx: Context, { id, version, bodyIds }: Omit<Decision, 'byAccountId'>) {
  const row = (await findForBodies(ctx.h, bodyIds, id)) ?? refuse('not-found');
  if (row.state !== 'returned' || row.changeId !== null) refuse('wrong-state', { state: row.state });
  const guard = guardOf({ ...row, version }, ['returned']);
  if (!(await changeIf(ctx.h, guard, { state: 'submitted', decidedAt: null }))) refuse('changed-meanwhile');
  await changeOwnRow(ctx.h, row.id, { changedFields: row.changedBefore ?? [], changedBefore: null });
  ctx.audit('application-return-taken-back', { applicationId: row.id });
  await ctx.emit(applicationRecalled(eventOf(row)));
}
