import type { Context } from '../../platform/http';
import { findApplication, loadFrame } from '../applications';
import { judgeRow } from './own-roster';
import { changeRow, findRowOf } from './roster.repository';
import { UNCONFIRMED } from './write-row';

/** The member changed what stands in a roster: it is to be confirmed anew, and judged by what it says now. */
export async function unconfirmRow(ctx: Context, { applicationId }: { readonly applicationId: string }): Promise<void> {
  if (!(await findRowOf(ctx.h, applicationId))) return;
  const application = await findApplication(ctx.h, applicationId);
  if (!application) return;
  const { standing } = judgeRow(ctx, application, await loadFrame(ctx.h, application));
  await changeRow(ctx.h, applicationId, { ...UNCONFIRMED, standing });
}
