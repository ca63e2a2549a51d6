import { type Context, refuse } from '../../platform/http';
import { findApplication, loadFrame } from '../applications';
import { findUnit } from '../units';
import { judgeRow, openRoster } from './own-roster';
import { changeRow, findRoster, findRowOf } from './roster.repository';
import { settleMended } from './settle-disputes';
import { UNCONFIRMED } from './write-row';

/**
 * The member changed what stands in a roster: it is to be confirmed anew, judged by what it says now, and what the member
 * had called wrong and put right needs the unit no more.
 */
export async function unconfirmRow(ctx: Context, { applicationId }: { readonly applicationId: string }): Promise<void> {
  const row = await findRowOf(ctx.h, applicationId);
  const application = row && (await findApplication(ctx.h, applicationId));
  if (!application) return;
  const roster = (await findRoster(ctx.h, row.rosterId)) ?? refuse('not-found');
  const open = await openRoster(ctx.h, roster, (await findUnit(ctx.h, roster.unitId)) ?? refuse('not-found'));
  const { standing } = judgeRow(ctx, application, await loadFrame(ctx.h, application));
  await changeRow(ctx.h, applicationId, { ...UNCONFIRMED, standing });
  await settleMended(ctx, open, application, application.accountId);
}
