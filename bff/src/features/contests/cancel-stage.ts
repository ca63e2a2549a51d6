import type { StageCode } from '@jikaotong/shared/notice';
import { type Actor, type Context, refuse } from '../../platform/http';
import { lockStageEvent } from '../sessions';
import type { Contest } from './contest';
import { stageCancelled } from './events';
import { entrantsOfStage } from './stage-entrants.repository';
import { stageNameOf } from './stage-reminder.job';
import { contestStagesOf, putCancellation } from './stage.repository';
import { tellEntrants, unitNews } from './tell-entrants';

/**
 * A stage is not held, nor are those after it, whose entrants would come from it; whoever could take part in it is told, with the
 * reason. Refuses `wrong-state` once it is cancelled, or where somebody came or was marked.
 */
export async function cancelStage(
  ctx: Context & { readonly actor: Actor },
  contest: Contest,
  { stage, reason }: { readonly stage: StageCode; readonly reason: string },
): Promise<void> {
  const { rule, notice } = contest;
  const at = rule.stages.findIndex(({ code }) => code === stage);
  if (at < 0) refuse('not-found');
  const rows = new Map((await contestStagesOf(ctx.h, notice.id)).map((row) => [row.stage, row.id]));
  const entrants = await entrantsOfStage(ctx.h, contest, stage);
  const said = { cancelledAt: ctx.now.ms, cancelledBy: ctx.actor.accountId, cancelReason: reason };
  for (const { code } of rule.stages.slice(at)) {
    const id = rows.get(code);
    const event = id === undefined ? null : await lockStageEvent(ctx.h, id);
    if (!event || event.state === 'cancelled') {
      if (code === stage) refuse('wrong-state', { state: 'stage-cancelled' });
      continue;
    }
    await ctx.emit(stageCancelled({ stageId: event.id }));
    await putCancellation(ctx.h, event.id, said);
  }
  ctx.audit('contest-stage-cancelled', { noticeId: notice.id }, { stage });
  const later = rule.stages.slice(at + 1).map(({ name }) => name);
  const data = {
    title: notice.title.value,
    stage: stageNameOf(rule, stage),
    reason,
    ...(later.length > 0 && { later: later.join('、') }),
  };
  await tellEntrants(ctx, contest, entrants, {
    code: 'contest-stage-cancelled',
    dataOf: () => data,
    toAgents: unitNews('contest-stage-cancelled', data),
  });
}
