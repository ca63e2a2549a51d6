import type { Context } from '../../platform/http';
import { HANDED_IN, changeIf, releaseKeys } from '../participants';
import type { Application } from './application.record';
import { changeOwnRow } from './application.repository';
import { applicationBarred, applicationRejected, applicationStopped, eventOf } from './events';
import { guardOf } from './guard';
import { sealRejection } from './told-parts';

/**
 * Ends an application that waits or is approved, with a reason that the candidate reads; the document and the account are
 * free again. False, and nothing changed, where money has come or a voucher says so.
 */
export async function stopApplication(ctx: Context, row: Application, reason: string): Promise<boolean> {
  if (row.orderState === 'settled' || row.transferClaimed) return false;
  if (!HANDED_IN.includes(row.state)) return true;
  if (!(await changeIf(ctx.h, guardOf(row, HANDED_IN), { state: 'rejected', decidedAt: ctx.now.ms })))
    throw new Error(`application ${row.id} changed while it was stopped`);
  await endBarred(ctx, row, reason);
  // orders refuses here when the money came in this very moment
  await ctx.emit(row.state === 'approved' ? applicationStopped(eventOf(row)) : applicationRejected(eventOf(row)));
  return true;
}

/**
 * Ends an application that is paid for, with a reason that the candidate reads, what becomes of the money aside; false where
 * it has ended already.
 */
export async function stopPaidApplication(ctx: Context, row: Application, reason: string): Promise<boolean> {
  if (!HANDED_IN.includes(row.state)) return false;
  if (!(await changeIf(ctx.h, guardOf(row, HANDED_IN), { state: 'rejected', decidedAt: ctx.now.ms })))
    throw new Error(`application ${row.id} changed while it was stopped`);
  await endBarred(ctx, row, reason);
  await ctx.emit(applicationBarred(eventOf(row)));
  return true;
}

async function endBarred(ctx: Context, row: Application, reason: string): Promise<void> {
  const rejection = sealRejection(ctx.ports.crypto, row.id, reason);
  await changeOwnRow(ctx.h, row.id, { rejection, barredOn: ctx.now.day });
  await releaseKeys(ctx.h, row);
  ctx.audit('application-rejected', { applicationId: row.id });
}
