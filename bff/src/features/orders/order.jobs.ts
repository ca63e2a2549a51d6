import { type Fen, addDays } from '@jikaotong/shared/kernel';
import * as z from 'zod/mini';
import { type JobHandler, type JobRun, jobHandler } from '../../platform/http';
import { CLOSE_JOB, LAPSE_JOB, QUERY_JOB, REMIND_JOB } from './job-kinds';
import { claimedReceiptOf, findAttempt, pendingAttemptsOf } from './money.repository';
import { tellPayer } from './order-events';
import { payEndMs } from './order.policy';
import { findAnyOrder } from './order.repository';
import { lapse } from './receipt';
import { askAbout, closeAtWechat, takeOver } from './wechat-pay';

/** Asks about an attempt some time after it began: the notification may have been lost. */
const queryJob = jobHandler(QUERY_JOB, z.object({ attemptId: z.string() }), async (j, { attemptId }) => {
  const attempt = await j.read((h) => findAttempt(h, attemptId));
  if (attempt?.state !== 'created' && attempt?.state !== 'prepaid') return;
  const told = await askAbout(j, attempt);
  await j.tx((c) => takeOver(c, told, attempt.expiresAt <= c.now.wallMs));
});

/**
 * Ends an order when the window to pay is over. Attempts are closed at WeChat first, so that no money comes after; what
 * came before settles it. An order with a claimed transfer waits for finance: the money may have been sent in time.
 */
const lapseJob = jobHandler(LAPSE_JOB, z.object({ orderId: z.string() }), async (j, { orderId }) => {
  const order = await j.read((h) => findAnyOrder(h, orderId));
  // the window may have moved since: then a later job ends it
  if (order?.state !== 'open' || (payEndMs(order) ?? Infinity) > j.now.ms) return;
  await closeAttempts(j, orderId);
  await j.tx(async (c) => {
    if (!(await claimedReceiptOf(c.h, orderId))) await lapse(c, order);
  });
});

/** Closes what could still be paid: the order is settled otherwise, or nothing or less is owed. */
const closeJob = jobHandler(CLOSE_JOB, z.object({ orderId: z.string() }), async (j, { orderId }) => {
  const order = await j.read((h) => findAnyOrder(h, orderId));
  // it goes on, maybe elsewhere: what pays the sum that is owed now stays
  await closeAttempts(j, orderId, order?.state === 'open' ? order.totalFen : null);
});

/** Reminds the candidate; dropped when it comes too late, or when a voucher waits for finance. */
const remindJob = jobHandler(REMIND_JOB, z.object({ orderId: z.string() }), (j, { orderId }) =>
  j.tx(async (c) => {
    const order = await findAnyOrder(c.h, orderId);
    if (order?.state !== 'open' || order.payBy === null || c.now.day > order.payBy) return;
    // the window moved to a later day: its own reminder comes
    if (c.now.day < addDays(order.payBy, -1)) return;
    if (await claimedReceiptOf(c.h, orderId)) return;
    await tellPayer(c, order, 'payment-reminder', { payBy: order.payBy });
  }),
);

export const jobs: readonly JobHandler[] = [queryJob, closeJob, remindJob, lapseJob];

/** Closed at WeChat first, but for those of the sum `owed`; what an attempt brought before that is taken over. */
async function closeAttempts(j: JobRun, orderId: string, owed: Fen | null = null): Promise<void> {
  for (const attempt of await j.read((h) => pendingAttemptsOf(h, orderId))) {
    if (attempt.amountFen === owed) continue;
    const told = await closeAtWechat(j, attempt);
    await j.tx((c) => takeOver(c, told, true));
  }
}
