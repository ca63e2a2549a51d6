import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { APPLICATION_STATES } from '@jikaotong/shared/rules/progress';
import { accountKeyOf, changeCandidate } from '../candidates';
import { changeIf } from '../participants';
import type { Application } from './application.record';
import { applicationChangedHands } from './events';
import { guardOf } from './guard';

/**
 * Gives an application to the candidate's own account; orders and messages follow. Refuses
 * `application-conflict` when that account has a live one for the same offering, and `changed-meanwhile`.
 */
export async function changeOwner(c: Context, row: Application, accountId: string): Promise<void> {
  const accountKey = row.accountKey === null ? null : accountKeyOf(row.scope, accountId);
  if (!(await changeIf(c.h, guardOf(row, APPLICATION_STATES), {}))) refuse('changed-meanwhile');
  await changeCandidate(c.h, row.id, { accountId, accountKey }).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_candidate_account')) throw error;
    return refuse('application-conflict');
  });
  c.audit('application-changed-hands', { applicationId: row.id, fromAccountId: row.accountId, toAccountId: accountId });
  await c.emit(
    applicationChangedHands({ applicationId: row.id, fromAccountId: row.accountId, toAccountId: accountId }),
  );
}
