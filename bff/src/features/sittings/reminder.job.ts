import { type LocalDate, addDays, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { dropJob, enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { accountsOf } from '../candidates';
import { findParticipants } from '../participants';
import { type Session, findExamDay, findSessionChange } from '../sessions';
import { sittingsOf, ticketsIn } from './sitting.repository';

/** Reminds of the exam on the morning before. */
export const EXAM_REMINDER_JOB = 'exam-reminder';

/**
 * Tells everybody with a ticket when and where to come, on the morning before; a reminder past the exam is dropped.
 * `laterDay`: that of a subject whose time was announced later, for those who sit it.
 */
const remindJob = jobHandler(
  EXAM_REMINDER_JOB,
  z.object({ sessionId: z.string(), examStart: z.string(), laterDay: z.optional(z.string()) }),
  async (run, { sessionId, examStart, laterDay }) => {
    if (run.now.day >= localDate(laterDay ?? examStart)) return;
    await run.tx(async (ctx) => {
      const session = await findExamDay(ctx.h, sessionId);
      if (session?.state !== 'published' || session.examStart !== examStart) return;
      const ids = (await ticketsIn(ctx.h, sessionId)).map(({ participantId }) => participantId);
      const sittings = await sittingsOf(ctx.h, ids);
      const participants = await findParticipants(ctx.h, ids);
      const accounts = await accountsOf(
        ctx.h,
        participants.map(({ candidateId }) => candidateId),
      );
      for (const { id, candidateId } of participants) {
        const first = sittings.find(
          ({ participantId, day }) => participantId === id && (laterDay === undefined || day === laterDay),
        );
        if (!first) continue;
        const accountId = accounts.get(candidateId) ?? null;
        const data = { examOn: first.day, startsAt: first.startsAt, siteName: first.siteName };
        await tellAccount(ctx, { accountId, candidateId, code: 'exam-reminder', data });
      }
    });
  },
);

/** Queues the reminder for the exam as it stands; the one of the days before a change is dropped. */
export async function planExamReminder(
  ctx: Context,
  { sessionId, changeId }: { readonly sessionId: string; readonly changeId?: string },
): Promise<void> {
  const session = await findExamDay(ctx.h, sessionId);
  if (!session) return;
  const moved = changeId === undefined ? null : await findSessionChange(ctx.h, changeId);
  if (moved) await dropJob(ctx.h, EXAM_REMINDER_JOB, `${sessionId}:${moved.before.examStart}`);
  if (session.state !== 'published') return;
  const { examStart } = session;
  const dueMs = instantAt(addDays(examStart, -1), timeOfDay('09:00'));
  await enqueue(ctx.h, {
    kind: EXAM_REMINDER_JOB,
    key: `${sessionId}:${changeId ?? examStart}`,
    dueMs,
    payload: { sessionId, examStart },
  });
}

/** Queues the reminder for a day that came to the session later, for those who sit it. */
export async function planLaterReminder(
  ctx: Pick<Context, 'h'>,
  { id: sessionId, examStart }: Pick<Session, 'id' | 'examStart'>,
  laterDay: LocalDate,
): Promise<void> {
  await enqueue(ctx.h, {
    kind: EXAM_REMINDER_JOB,
    key: `${sessionId}:${examStart}:${laterDay}`,
    dueMs: instantAt(addDays(laterDay, -1), timeOfDay('09:00')),
    payload: { sessionId, examStart, laterDay },
  });
}

export const jobs: readonly JobHandler[] = [remindJob];
