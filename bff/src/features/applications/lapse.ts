import type { Context } from '../../platform/http';
import { changeIf, releaseKeys } from '../participants';
import { findAny } from './application.repository';
import { applicationLapsed, eventOf } from './events';
import { guardOf } from './guard';

/** Ends an approved application that was not paid in time; the document and the account are free again. */
export async function lapseApplication(ctx: Context, applicationId: string): Promise<void> {
  const row = await findAny(ctx.h, applicationId);
  if (row?.state !== 'approved') return;
  if (!(await changeIf(ctx.h, guardOf(row, ['approved']), { state: 'lapsed', orderState: 'lapsed' })))
    throw new Error(`application ${row.id} changed while its order lapsed`);
  await releaseKeys(ctx.h, row);
  ctx.audit('application-lapsed', { applicationId: row.id });
  await ctx.emit(applicationLapsed(eventOf(row)));
}
