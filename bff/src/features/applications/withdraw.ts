import { may } from '@jikaotong/shared/rules/progress';
import { type Context, refuse } from '../../platform/http';
import { WITHDRAWABLE } from './application.policy';
import type { Application } from './application.record';
import { changeIf } from './application.repository';
import { applicationWithdrawn, eventOf } from './events';
import { loadFrame } from './frame';
import { progressFactsOf } from './progress';

/** Steps back: the document and the account are free again. Refuses by rules/progress. */
export async function withdraw(c: Context, row: Application): Promise<void> {
  const { windows } = await loadFrame(c.h, row);
  const notNow = may('withdraw', progressFactsOf(row, windows), c.now.day);
  if (notNow) refuse(notNow.code, notNow.data);
  const guard = { id: row.id, version: row.version, states: WITHDRAWABLE };
  const set = { state: 'withdrawn', accountKey: null, documentKey: null } as const;
  if (!(await changeIf(c.h, guard, set))) refuse('changed-meanwhile');
  c.audit('application-withdrawn', { applicationId: row.id }, { from: row.state });
  // orders refuses here when the money came in this very moment
  await c.emit(applicationWithdrawn(eventOf(row)));
}
