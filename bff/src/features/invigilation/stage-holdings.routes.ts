import { contests as contract } from '@jikaotong/shared/contract';
import { type Context, type Route, query } from '../../platform/http';
import { loadStaffContest, stageEventOf } from '../contests';
import { drawnPlaces, firstHeatOf } from '../draws';
import { countSeated, countTickets, countVoidTickets } from '../sittings';
import { countDuties, revokeAll } from './duty.repository';

const holdings = query(contract.getStageHoldings, async ({ h, actor, input: { params } }) => {
  const contest = await loadStaffContest({ h, actor }, params.id, contract.getStageHoldings.who);
  const id = await stageEventOf(h, contest.notice.id, params.stage);
  return {
    seated: await countSeated(h, id),
    tickets: await countTickets(h, id),
    voided: await countVoidTickets(h, id),
    duties: await countDuties(h, id),
    drawn: (await drawnPlaces(h, id)).size,
    firstHeat: await firstHeatOf(h, id),
  };
});

/** A stage goes to other days: whoever was to watch over its rooms is asked anew. */
export async function endDuties(
  ctx: Pick<Context, 'h' | 'now' | 'audit'>,
  { stageId }: { readonly stageId: string },
): Promise<void> {
  const ended = await revokeAll(ctx.h, stageId, ctx.now.ms);
  if (ended > 0) ctx.audit('stage-duties-ended', { stageId }, { duties: ended });
}

export const routes: Route[] = [holdings];
