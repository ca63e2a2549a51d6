import { offeringOf } from '@jikaotong/shared/notice';
import type { Attempt } from '@jikaotong/shared/rules/results';
import type { Context } from '../../platform/http';
import { refuse } from '../../platform/http';
import { type Application, type ApplicationEvent, findApplication, loadFrame, offeringNameOf } from '../applications';
import { passHistoriesOf, settlePasses, standingsOf } from '../results';
import { peopleOf } from './ban.repository';

/** An application was handed in, or ended: what it gives up is given up, or kept after all. */
export const settleKept = (ctx: Context, { applicationId }: ApplicationEvent): Promise<void> =>
  settlePasses(ctx, [applicationId]);

/**
 * A new application that gives up passes is meant to: whoever hands it in was told when it was begun, at a counter before it is
 * confirmed. Refuses `passes-kept`, and `retake-under-way` where what would be given up is being built on.
 */
export async function refuseUnheard(ctx: Context, { applicationId }: ApplicationEvent): Promise<void> {
  const row = await findApplication(ctx.h, applicationId);
  if (!row || row.retakeOfId !== null || row.firstSubmittedOn !== ctx.now.day) return;
  for (const history of await historiesWith(ctx, row))
    for (const { no, by, until } of standingsOf(history, ctx.now.day)) {
      if (by?.id !== applicationId || no !== 'retake-forfeited') continue;
      const underWay = history.find(({ retakeOf, result }) => retakeOf !== null && result === null);
      if (underWay) refuse('retake-under-way', { applicationId: underWay.id });
      if (!row.forfeitsPasses) refuse('passes-kept', { until });
    }
}

/**
 * The histories that an application is of, with itself among them. At a counter a clerk has seen the document, and what a
 * unit enters on paper has nothing else: whose it is counts there, though staff have approved nothing yet and nobody has an
 * account.
 */
async function historiesWith(ctx: Context, row: Application): Promise<(readonly Attempt[])[]> {
  if (!row.atCounter && row.unitId === null) return passHistoriesOf(ctx.h, [row.id]);
  const { notice } = await loadFrame(ctx.h, row);
  const people = (await peopleOf(ctx.h, row.id)).map((personId) => ({ personId, bodyId: row.bodyId }));
  const own: Attempt = {
    id: row.id,
    retakeOf: null,
    appliedOn: ctx.now.day,
    rule: notice.retake,
    level: offeringOf(notice, row.offeringCode)?.level ?? null,
    result: null,
  };
  const name = offeringNameOf(notice, row.offeringCode);
  return (await passHistoriesOf(ctx.h, [row.id], people)).map((history) =>
    history.some(({ id }) => id === row.id) || history.every(({ offeringName }) => offeringName !== name)
      ? history
      : [...history, own],
  );
}
