import { addDays, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { mendingClosesOn } from '@jikaotong/shared/rules/progress';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { findSession, listPublishedSessions } from '../sessions';
import { submittedIn } from './application.repository';

/** Tells those whom nobody reviewed in time. */
const REVIEW_OVER_JOB = 'review-over';

/**
 * The morning after the last day on which an approval made sense: whoever still waits hears that this session goes on
 * without them, without waiting for staff. A day that moved has a job of its own.
 */
const tellJob = jobHandler(
  REVIEW_OVER_JOB,
  z.object({ sessionId: z.string(), lastDay: z.string() }),
  (run, { sessionId, lastDay }) =>
    run.tx(async (ctx) => {
      const session = await findSession(ctx.h, sessionId);
      if (session?.state !== 'published' || mendingClosesOn(session) !== lastDay) return;
      for (const { id: candidateId, accountId } of await submittedIn(ctx.h, sessionId))
        await tellAccount(ctx, { accountId, candidateId, code: 'application-unreviewed', data: {} });
    }),
);

/** Queues it for the windows as they stand; what was queued for others finds that they moved. */
export async function planReviewOver(
  ctx: Pick<Context, 'h'>,
  { sessionId }: { readonly sessionId: string },
): Promise<void> {
  const session = await findSession(ctx.h, sessionId);
  const lastDay = session && mendingClosesOn(session);
  if (session?.state !== 'published' || !lastDay) return;
  const dueMs = instantAt(addDays(lastDay, 1), timeOfDay('09:00'));
  const payload = { sessionId, lastDay };
  await enqueue(ctx.h, { kind: REVIEW_OVER_JOB, key: `${sessionId}:${lastDay}`, dueMs, payload });
}

/** Sessions that were published before there was such a job; those whose day is long over stay as they are. */
export async function planReviewsOver(ctx: Pick<Context, 'h' | 'now'>): Promise<void> {
  for (const session of await listPublishedSessions(ctx.h)) {
    const lastDay = mendingClosesOn(session);
    if (lastDay && lastDay >= ctx.now.day) await planReviewOver(ctx, { sessionId: session.id });
  }
}

export const jobs: readonly JobHandler[] = [tellJob];
