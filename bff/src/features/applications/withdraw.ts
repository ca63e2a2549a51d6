import { may } from '@jikaotong/shared/rules/progress';
import { type Context, refuse } from '../../platform/http';
import { LIVE, changeIf, progressFactsOf, releaseKeys } from '../participants';
import type { Application } from './application.record';
import { applicationWithdrawn, eventOf } from './events';
import { loadFrame } from './frame';
import { guardOf } from './guard';

/** Steps back: the document and the account are free again. Refuses by rules/progress. */
export async function withdraw(ctx: Context, row: Application): Promise<void> {
  const { windows } = await loadFrame(ctx.h, row);
  const notNow = may('withdraw', progressFactsOf(row, windows), ctx.now.day);
  if (notNow) refuse(notNow.code, notNow.data);
  if (!(await changeIf(ctx.h, guardOf(row, LIVE), { state: 'withdrawn' }))) refuse('changed-meanwhile');
  await releaseKeys(ctx.h, row);
  ctx.audit('application-withdrawn', { applicationId: row.id }, { from: row.state });
  // orders refuses here when the money came in this very moment
  await ctx.emit(applicationWithdrawn(eventOf(row)));
}
