import { addDays, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { findContest } from '../contests';
import { tellWishers } from './tell-wishers';
import type { Training } from './training.record';
import { findTraining } from './training.repository';

const KIND = 'contest-training-reminder';
const Payload = z.strictObject({ trainingId: z.string(), day: z.string() });

/** Tells whoever wants it by then where and when to come; dropped past the day, and where another day holds by now. */
const remind = jobHandler(KIND, Payload, async (run, { trainingId, day }) => {
  if (run.now.day >= localDate(day)) return;
  await run.tx(async (ctx) => {
    const training = await findTraining(ctx.h, trainingId);
    if (!training || training.day !== day || training.cancelledAt !== null) return;
    const contest = await findContest(ctx.h, training.noticeId);
    if (contest) await tellWishers(ctx, contest, training, 'contest-training-reminder');
  });
});

/** Plans to remind on the morning before; set later than that, being told of it is the reminder. */
export async function planReminder(ctx: Context, { id, day }: Pick<Training, 'id' | 'day'>): Promise<void> {
  const dueMs = instantAt(addDays(day, -1), timeOfDay('09:00'));
  if (dueMs <= ctx.now.ms) return;
  await enqueue(ctx.h, { kind: KIND, key: `${id}:${day}`, dueMs, payload: { trainingId: id, day } });
}

export const jobs: readonly JobHandler[] = [remind];
