import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { APPLICATION_STATES } from '@jikaotong/shared/rules/progress';
import type { Application } from './application.record';
import { changeIf } from './application.repository';
import { applicationChangedHands } from './events';
import { accountKeyOf } from './open-draft';

/**
 * Gives an application to the account of the candidate herself; orders and messages follow. Refuses
 * `application-conflict` when that account has a live one for the same offering, and `changed-meanwhile`.
 */
export async function changeOwner(c: Context, row: Application, accountId: string): Promise<void> {
  const accountKey = row.accountKey === null ? null : accountKeyOf({ ...row, accountId });
  const guard = { id: row.id, version: row.version, states: APPLICATION_STATES };
  const changed = await changeIf(c.h, guard, { accountId, accountKey }).catch((error: unknown) => {
    if (!isDuplicate(error, 'uq_application_account')) throw error;
    return refuse('application-conflict');
  });
  if (!changed) refuse('changed-meanwhile');
  c.audit('application-changed-hands', { applicationId: row.id, fromAccountId: row.accountId, toAccountId: accountId });
  await c.emit(
    applicationChangedHands({ applicationId: row.id, fromAccountId: row.accountId, toAccountId: accountId }),
  );
}
