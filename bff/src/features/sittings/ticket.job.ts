import { instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import * as z from 'zod/mini';
import { type Context, type JobHandler, type JobRun, jobHandler, refusalIn } from '../../platform/http';
import { dropJob, enqueue } from '../../platform/jobs';
import { type Session, findExamDay, findSessionChange, lockExamDay } from '../sessions';
import { issueToSeated } from './issue-tickets';
import { seatPaid } from './seat-session';

/** Issues tickets on their day. */
export const TICKET_JOB = 'issue-tickets';

/**
 * The ticket day has come: seats whoever has none yet and issues the tickets (B26 三（四）). What cannot be done (too few
 * seats) is noted and stays with staff as an overdue duty; the others get theirs all the same.
 */
const issueJob = jobHandler(TICKET_JOB, z.object({ sessionId: z.string() }), async (run, { sessionId }) => {
  await unlessRefused(run, sessionId, (ctx, session) => seatPaid(ctx, session, null));
  await unlessRefused(run, sessionId, issueToSeated);
});

async function unlessRefused(
  run: JobRun,
  sessionId: string,
  step: (ctx: Context, session: Session) => Promise<void>,
): Promise<void> {
  try {
    await run.tx(async (ctx) => {
      await lockExamDay(ctx.h, sessionId);
      const session = await findExamDay(ctx.h, sessionId);
      if (session?.state === 'published') await step(ctx, session);
    });
  } catch (error) {
    const refused = refusalIn(error);
    if (!refused) throw error;
    await run.tx(async (ctx) => ctx.audit('tickets-held-up', { sessionId }, { reason: refused.refused }));
  }
}

/** Queues the ticket day; a day that moved queues again, and the earlier job then finds that it is too early. */
export async function planTicketDay(ctx: Context, { sessionId }: { readonly sessionId: string }): Promise<void> {
  const session = await findExamDay(ctx.h, sessionId);
  const opens = session && spanOf(session.windows, 'ticket').opens;
  if (!opens) return;
  const dueMs = instantAt(opens, timeOfDay('00:00'));
  await enqueue(ctx.h, { kind: TICKET_JOB, key: `${sessionId}:${opens}`, dueMs, payload: { sessionId } });
}

/** The session moved: its ticket day comes anew, even where it is the day it was, or past. */
export async function moveTicketDay(ctx: Context, { sessionId, changeId }: { sessionId: string; changeId: string }) {
  const session = await findExamDay(ctx.h, sessionId);
  await dropTicketDay(ctx, { sessionId, changeId });
  const opens = session && spanOf(session.windows, 'ticket').opens;
  if (!opens) return;
  const dueMs = Math.max(instantAt(opens, timeOfDay('00:00')), ctx.now.ms);
  await enqueue(ctx.h, { kind: TICKET_JOB, key: `${sessionId}:${changeId}`, dueMs, payload: { sessionId } });
}

/** The ticket day as it was published is none any more; whatever is left of it finds that it is too early, or no session. */
export async function dropTicketDay(ctx: Context, { sessionId, changeId }: { sessionId: string; changeId: string }) {
  const change = await findSessionChange(ctx.h, changeId);
  const opened = change && spanOf(change.before.windows, 'ticket').opens;
  if (opened) await dropJob(ctx.h, TICKET_JOB, `${sessionId}:${opened}`);
}

/** Money found after the ticket day, such as a transfer: seat and ticket follow at once. */
export async function planLateTicket(ctx: Context, event: { sessionId: string; applicationId: string }): Promise<void> {
  const { sessionId, applicationId } = event;
  const session = await findExamDay(ctx.h, sessionId);
  const opens = session && spanOf(session.windows, 'ticket').opens;
  if (!opens || ctx.now.day < opens) return;
  await enqueue(ctx.h, {
    kind: TICKET_JOB,
    // an order may be settled again whose first money was booked by mistake
    key: `${sessionId}:${applicationId}:${ctx.now.ms}`,
    dueMs: ctx.now.ms,
    payload: { sessionId },
  });
}

export const jobs: readonly JobHandler[] = [issueJob];
