import { type Context, refuse } from '../../platform/http';
import { holdAccount, holdDocument, holdPerson } from '../candidates';
import { changeIf, holdRetake } from '../participants';
import { findAny } from './application.repository';
import { applicationReinstated, eventOf } from './events';
import { guardOf } from './guard';

/**
 * Undoes that an approved application lapsed: the money was there in time, or a case decided so. It takes its account,
 * document and person again; refuses `wrong-state` (`applied-again`, `erased`), `document-held` or `person-held` where another has
 * them since. An entry to a competition does not lapse, so there is nothing to undo.
 */
export async function reinstateApplication(ctx: Context, applicationId: string): Promise<void> {
  const row = await findAny(ctx.h, applicationId);
  if (row === null) return;
  if (row.erased !== null) refuse('wrong-state', { state: 'erased' });
  // an older look shows it approved still, where it lapsed this very moment
  if (row.state !== 'lapsed') refuse('changed-meanwhile');
  if (!(await changeIf(ctx.h, guardOf(row, ['lapsed']), { state: 'approved' }))) refuse('changed-meanwhile');
  if (!(await holdAccount(ctx.h, row))) refuse('wrong-state', { state: 'applied-again' });
  if (!(await holdRetake(ctx.h, row))) refuse('wrong-state', { state: 'applied-again' });
  if (!(await holdDocument(ctx.h, row))) refuse('document-held');
  if (row.personId === null) throw new Error(`application ${row.id} was approved of nobody`);
  if (!(await holdPerson(ctx.h, row, row.personId))) refuse('person-held');
  ctx.audit('application-reinstated', { applicationId: row.id });
  await ctx.emit(applicationReinstated(eventOf(row)));
}
