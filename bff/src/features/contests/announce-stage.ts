import type { LocalDate } from '@jikaotong/shared/kernel';
import { stageDayFault } from '@jikaotong/shared/rules/calendar';
import { type Actor, type Context, refuse } from '../../platform/http';
import type { Contest } from './contest';
import type { AnnouncedStage } from './contest.record';
import { planFilingReminder } from './filing-reminder.job';
import { planStageReminder } from './stage-reminder.job';
import { stageMoved } from './events';
import { contestStagesOf, putStage, stageEventOf, stagesOf } from './stage.repository';

/** When and where a stage is held from now on, and that it is reminded of; nobody is told. Answers the day that it leaves, if it moves. Refuses `stage-order-wrong`, and `wrong-state` for one that is cancelled, or on another day once it has begun. */
export async function announceStage(
  ctx: Context & { readonly actor: Actor },
  contest: Contest,
  {
    stage,
    day,
    startsAt,
    place,
    plan,
    heatsMoved = false,
  }: Pick<AnnouncedStage, 'stage' | 'day' | 'startsAt' | 'place' | 'plan'> & { readonly heatsMoved?: boolean },
): Promise<{ readonly movedFrom: LocalDate | null }> {
  const noticeId = contest.notice.id;
  const rows = await contestStagesOf(ctx.h, noticeId);
  if (rows.some((row) => row.stage === stage && row.cancelledAt !== null))
    refuse('wrong-state', { state: 'stage-cancelled' });
  const said = new Map((await stagesOf(ctx.h, noticeId)).map((one) => [one.stage, one]));
  const stages = contest.rule.stages.map(({ code }) => ({ code, announced: said.get(code) ?? null }));
  const fault = stageDayFault({ stages }, stage, { day, plan });
  if (fault) refuse('stage-order-wrong', fault);
  const by = { announcedAt: ctx.now.ms, announcedBy: ctx.actor.accountId };
  await putStage(ctx.h, { noticeId, stage }, { day, startsAt, place, plan, ...by });
  const from = said.get(stage)?.day ?? day;
  if (from !== day)
    await ctx.emit(
      stageMoved({
        stageId: await stageEventOf(ctx.h, noticeId, stage),
        from,
        to: day,
        heatsMoved,
        byAccountId: ctx.actor.accountId,
      }),
    );
  ctx.audit('contest-stage-announced', { noticeId }, { stage, day });
  await planStageReminder(ctx, { noticeId, stage, day });
  if (contest.rule.papersFiledWith) await planFilingReminder(ctx, { noticeId, stage, day });
  return { movedFrom: from === day ? null : from };
}
