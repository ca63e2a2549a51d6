import { may } from '@jikaotong/shared/rules/progress';
import { type Context, refuse } from '../../platform/http';
import { LIVE, changeIf, progressFactsOf, releaseKeys } from '../participants';
import type { Application } from './application.record';
import { applicationWithdrawn, eventOf } from './events';
import { loadFrame } from './frame';
import { guardOf } from './guard';

/** Steps back: the document and the account are free again. Refuses by rules/progress. */
export async function withdraw(c: Context, row: Application): Promise<void> {
  const { windows } = await loadFrame(c.h, row);
  const notNow = may('withdraw', progressFactsOf(row, windows), c.now.day);
  if (notNow) refuse(notNow.code, notNow.data);
  if (!(await changeIf(c.h, guardOf(row, LIVE), { state: 'withdrawn' }))) refuse('changed-meanwhile');
  await releaseKeys(c.h, row);
  c.audit('application-withdrawn', { applicationId: row.id }, { from: row.state });
  // orders refuses here when the money came in this very moment
  await c.emit(applicationWithdrawn(eventOf(row)));
}
