import { addDays, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { StageCodeSchema } from '@jikaotong/shared/notice';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { listStaffOf } from '../accounts';
import { findContest } from './contest';
import type { AnnouncedStage } from './contest.record';
import { REMIND_FILING_DAYS, filingDueOn } from './filing-due';
import { stagesOf } from './stage.repository';
import { stageNameOf } from './stage-reminder.job';

const KIND = 'stage-filing-reminder';
const Payload = z.strictObject({ noticeId: z.string(), stage: StageCodeSchema, day: z.string() });
const WHO = ['exam-officer', 'administrator'] as const;

/** Tells those who may note it that the papers of a stage wait to be filed; dropped where another day holds, or it is done. */
const remind = jobHandler(KIND, Payload, async (run, { noticeId, stage, day }) => {
  if (run.now.day >= localDate(day)) return;
  await run.tx(async (ctx) => {
    const said = (await stagesOf(ctx.h, noticeId)).find((one) => one.stage === stage);
    const contest = await findContest(ctx.h, noticeId);
    if (!contest?.rule.papersFiledWith || said?.day !== day) return;
    if (said.filedOn !== null || said.cancelledAt !== null) return;
    const data = {
      title: contest.notice.title.value,
      stage: stageNameOf(contest.rule, stage),
      to: contest.rule.papersFiledWith.value,
      dueOn: filingDueOn(said.day),
    };
    for (const { accountId, roles, state } of await listStaffOf(ctx.h, contest.notice.body.id))
      if (state === 'active' && WHO.some((role) => roles.includes(role)))
        await tellAccount(ctx, { accountId, code: 'stage-papers-due', data });
  });
});

/** Plans the reminders of a stage whose day is announced; what lies behind already is told at once. */
export async function planFilingReminder(
  ctx: Context,
  { noticeId, stage, day }: Pick<AnnouncedStage, 'noticeId' | 'stage' | 'day'>,
): Promise<void> {
  const dueOn = filingDueOn(day);
  for (const on of [addDays(dueOn, -REMIND_FILING_DAYS), dueOn]) {
    const dueMs = Math.max(instantAt(on, timeOfDay('09:00')), ctx.now.ms);
    await enqueue(ctx.h, {
      kind: KIND,
      key: `${noticeId}:${stage}:${day}:${on}`,
      dueMs,
      payload: { noticeId, stage, day },
    });
  }
}

export const jobs: readonly JobHandler[] = [remind];
