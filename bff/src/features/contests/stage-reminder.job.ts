import { type StageCode, StageCodeSchema } from '@jikaotong/shared/notice';
import { addDays, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { stagePlanWords } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { type Contest, findContest } from './contest';
import type { AnnouncedStage } from './contest.record';
import { entrantsOfStage } from './stage-entrants.repository';
import { stagesOf } from './stage.repository';
import { tellEntrants, unitNews } from './tell-entrants';

const STAGE = 'contest-stage-reminder';
const Payload = z.strictObject({ noticeId: z.string(), stage: StageCodeSchema, day: z.string() });

/** Tells whoever takes part in a stage where and when to come; dropped past the day, or when another day holds by now. */
const remindJob = jobHandler(STAGE, Payload, async (run, { noticeId, stage, day }) => {
  if (run.now.day >= localDate(day)) return;
  await run.tx(async (ctx) => {
    const said = (await stagesOf(ctx.h, noticeId)).find((one) => one.stage === stage);
    const contest = await findContest(ctx.h, noticeId);
    if (!contest || said?.day !== day || said.cancelledAt !== null) return;
    const data = stageData(contest, said);
    await tellEntrants(ctx, contest, await entrantsOfStage(ctx.h, contest, stage), {
      code: 'contest-stage-reminder',
      dataOf: () => data,
      toAgents: unitNews('contest-stage-reminder', data),
    });
  });
});

/**
 * Plans to remind on the morning before a stage. Announced later than that morning, the announcement is the reminder.
 * A day that is given up and taken again keeps the job that was planned for it.
 */
export async function planStageReminder(
  ctx: Context,
  { noticeId, stage, day }: Pick<AnnouncedStage, 'noticeId' | 'stage' | 'day'>,
): Promise<void> {
  const dueMs = instantAt(addDays(day, -1), timeOfDay('09:00'));
  if (dueMs <= ctx.now.ms) return;
  await enqueue(ctx.h, { kind: STAGE, key: `${noticeId}:${stage}:${day}`, dueMs, payload: { noticeId, stage, day } });
}

/** What a stage is called in its notice. */
export const stageNameOf = ({ stages }: Contest['rule'], stage: StageCode): string =>
  stages.find(({ code }) => code === stage)?.name ?? stage;

/** What a message says of a stage. */
export const stageData = (
  { notice, rule }: Contest,
  { stage, day, startsAt, place, plan }: Pick<AnnouncedStage, 'stage' | 'day' | 'startsAt' | 'place' | 'plan'>,
) => ({
  title: notice.title.value,
  stage: stageNameOf(rule, stage),
  day,
  startsAt,
  place,
  ...(plan && plan.length > 0 && { plan: stagePlanWords(plan) }),
});

export const jobs: readonly JobHandler[] = [remindJob];
