import { type Fen, addDays } from '@jikaotong/shared/kernel';
import { attemptStatesThatAre } from '@jikaotong/shared/rules/fees';
import * as z from 'zod/mini';
import { type JobHandler, type JobRun, jobHandler } from '../../platform/http';
import { CLOSE_JOB, LAPSE_JOB, QUERY_JOB, REMIND_JOB } from './job-kinds';
import { claimedReceiptOf, findAttempt, pendingAttemptsOf } from './payment.repository';
import { tellPayer } from './order-events';
import { payEndMs } from './order.policy';
import { findAnyOrder } from './order.repository';
import { lapse } from './receipt';
import { askAbout, closeAtProvider, takeOver } from './ask-provider';
import { askAgainLater } from './start-payment';

/** Asks about an attempt now and then while it can be paid: the notification may have been lost. */
const queryJob = jobHandler(QUERY_JOB, z.object({ attemptId: z.string() }), async (run, { attemptId }) => {
  const attempt = await run.read((h) => findAttempt(h, attemptId));
  if (!attempt || !attemptStatesThatAre('pending').includes(attempt.state)) return;
  // planned first: a question that fails for good must not be the last one
  if (attempt.expiresAt > run.now.wallMs) await run.tx((ctx) => askAgainLater(ctx, attempt));
  const told = await askAbout(run, attempt);
  await run.tx((ctx) => takeOver(ctx, told, attempt.expiresAt <= ctx.now.wallMs));
});

/**
 * Ends an order when the window to pay is over. Attempts are closed where they are paid first, so that no money comes after; what
 * came before settles it. An order with a claimed transfer waits for finance: the money may have been sent in time.
 */
const lapseJob = jobHandler(LAPSE_JOB, z.object({ orderId: z.string() }), async (run, { orderId }) => {
  const order = await run.read((h) => findAnyOrder(h, orderId));
  // the window may have moved since: then a later job ends it
  if (order?.state !== 'open' || (payEndMs(order) ?? Infinity) > run.now.ms) return;
  await closeAttempts(run, orderId);
  await run.tx(async (ctx) => {
    if (!(await claimedReceiptOf(ctx.h, orderId))) await lapse(ctx, order);
  });
});

/** Closes what could still be paid: the order is settled otherwise, or nothing or less is owed. */
const closeJob = jobHandler(CLOSE_JOB, z.object({ orderId: z.string() }), async (run, { orderId }) => {
  const order = await run.read((h) => findAnyOrder(h, orderId));
  // it goes on, maybe elsewhere: what pays the sum that is owed now stays
  await closeAttempts(run, orderId, order?.state === 'open' ? order.totalFen : null);
});

/** Reminds the candidate; dropped when it comes too late, or when a voucher waits for finance. */
const remindJob = jobHandler(REMIND_JOB, z.object({ orderId: z.string() }), (run, { orderId }) =>
  run.tx(async (ctx) => {
    const order = await findAnyOrder(ctx.h, orderId);
    if (order?.state !== 'open' || order.payBy === null || ctx.now.day > order.payBy) return;
    // the window moved to a later day: its own reminder comes
    if (ctx.now.day < addDays(order.payBy, -1)) return;
    if (await claimedReceiptOf(ctx.h, orderId)) return;
    await tellPayer(ctx, order, 'payment-reminder', { payBy: order.payBy });
  }),
);

export const jobs: readonly JobHandler[] = [queryJob, closeJob, remindJob, lapseJob];

/** Closed where they are paid first, but for those of the sum `owed`; what an attempt brought before that is taken over. */
async function closeAttempts(run: JobRun, orderId: string, owed: Fen | null = null): Promise<void> {
  for (const attempt of await run.read((h) => pendingAttemptsOf(h, orderId))) {
    if (attempt.amountFen === owed) continue;
    const told = await closeAtProvider(run, attempt);
    await run.tx((ctx) => takeOver(ctx, told, true));
  }
}
