import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { accountKeyOf, findByAccountKey } from '../candidates';
import { type Poster, findPoster } from '../notices';
import { presentPoster } from './poster.presenter';
import { findRegistration } from './registration.repository';

const OPENS = 'contest-opens-reminder';
const CLOSES = 'contest-closes-reminder';
const Payload = z.strictObject({ code: z.string(), accountId: z.string() });

/** Plans to tell an account the morning before it opens, and the morning before it closes; asking twice plans once. */
export async function planReminders(ctx: Context, poster: Poster, accountId: string): Promise<void> {
  const { opensOn, closesOn } = await presentPoster(ctx, poster);
  const payload = { code: poster.code, accountId };
  const key = `${poster.code}:${accountId}`;
  for (const [kind, day] of [
    [OPENS, opensOn],
    [CLOSES, closesOn],
  ] as const) {
    if (day === null) continue;
    const morning = instantAt(addDays(day, -1), timeOfDay('09:00'));
    // asked on the last evening: then on the day itself
    const dueMs = morning > ctx.now.ms ? morning : instantAt(day, timeOfDay('09:00'));
    await enqueue(ctx.h, { kind, key, dueMs, payload });
  }
}

const opensJob = jobHandler(OPENS, Payload, (run, { code, accountId }) =>
  run.tx(async (ctx) => {
    const poster = await findPoster(ctx.h, code);
    const view = poster && (await presentPoster(ctx, poster));
    if (view?.state !== 'upcoming' && view?.state !== 'open') return;
    const data = { title: view.title, opensOn: view.opensOn };
    await tellAccount(ctx, { accountId, code: 'contest-opens', data });
  }),
);

const closesJob = jobHandler(CLOSES, Payload, (run, { code, accountId }) =>
  run.tx(async (ctx) => {
    const poster = await findPoster(ctx.h, code);
    const view = poster && (await presentPoster(ctx, poster));
    if (view?.state !== 'open') return;
    if (await findByAccountKey(ctx.h, accountKeyOf(view.noticeId, accountId))) return;
    const registration = await findRegistration(ctx.h, accountKeyOf(view.noticeId, accountId));
    if (registration && registration.state !== 'preparing') return;
    const data = { title: view.title, closesOn: view.closesOn, elsewhere: registration ? 'yes' : null };
    await tellAccount(ctx, { accountId, code: 'contest-closes', data });
  }),
);

export const jobs: readonly JobHandler[] = [opensJob, closesJob];
