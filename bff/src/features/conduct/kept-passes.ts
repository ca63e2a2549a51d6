import type { Context } from '../../platform/http';
import { refuse } from '../../platform/http';
import { type ApplicationEvent, findApplication } from '../applications';
import { passHistoriesOf, settlePasses, standingsOf } from '../results';

/** An application was handed in, or ended: what it gives up is given up, or kept after all. */
export const settleKept = (ctx: Context, { applicationId }: ApplicationEvent): Promise<void> =>
  settlePasses(ctx, [applicationId]);

/**
 * A new application that gives up passes is meant to: whoever hands it in was told when it was begun. Refuses
 * `retake-under-way` where what would be given up is being built on.
 */
export async function refuseUnheard(ctx: Context, { applicationId }: ApplicationEvent): Promise<void> {
  const row = await findApplication(ctx.h, applicationId);
  if (!row || row.retakeOfId !== null || row.firstSubmittedOn !== ctx.now.day) return;
  for (const history of await passHistoriesOf(ctx.h, [applicationId]))
    for (const { no, by, until } of standingsOf(history, ctx.now.day)) {
      if (by?.id !== applicationId || no !== 'retake-forfeited') continue;
      const underWay = history.find(({ retakeOf, result }) => retakeOf !== null && result === null);
      if (underWay) refuse('retake-under-way', { applicationId: underWay.id });
      if (!row.forfeitsPasses && !row.atCounter) refuse('passes-kept', { until });
    }
}
