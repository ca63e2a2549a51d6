import type { OrderState } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { changeIf, findAny, markApproved } from './application.repository';
import { applicationLapsed, eventOf } from './events';

/** Notes where the order of an approved application stands. */
export const markOrder = (
  h: Handle,
  applicationId: string,
  order: { orderState: OrderState; transferClaimed: boolean },
): Promise<number> => markApproved(h, [applicationId], order);

/** The order is settled: she takes part. Throws when the application is not approved, for then no order may settle. */
export async function markPaid(h: Handle, applicationId: string, nowMs: number): Promise<void> {
  const set = { orderState: 'settled', transferClaimed: false, paidAt: nowMs } as const;
  if ((await markApproved(h, [applicationId], set)) !== 1)
    throw new Error(`application ${applicationId} was paid without being approved`);
}

/** Ends an approved application that was not paid in time; the document and the account are free again. */
export async function lapseApplication(c: Context, applicationId: string): Promise<void> {
  const row = await findAny(c.h, applicationId);
  if (row?.state !== 'approved') return;
  const set = { state: 'lapsed', orderState: 'lapsed', accountKey: null, documentKey: null } as const;
  if (!(await changeIf(c.h, { id: row.id, version: row.version, states: ['approved'] }, set)))
    throw new Error(`application ${row.id} changed while its order lapsed`);
  c.audit('application-lapsed', { applicationId: row.id });
  await c.emit(applicationLapsed(eventOf(row)));
}
