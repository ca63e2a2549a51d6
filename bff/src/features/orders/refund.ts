import { refundStatesThatAre } from '@jikaotong/shared/rules/fees';
import * as z from 'zod/mini';
import { newId } from '../../platform/db';
import { type Context, type JobHandler, type Outside, jobHandler, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { type Case, findAnyCase, reopenCase } from '../cases';
import { type Attempt, type Refund, refundWords } from './payment.record';
import {
  findAttempt,
  findRefund,
  insertRefund,
  moveRefund,
  refundsOfCases,
  reserveRefund,
  reviveRefund,
} from './payment.repository';
import { tellPayer } from './order-events';
import { findAnyOrder } from './order.repository';
import type { RefundStanding } from './payment-provider';
import { providerOf } from './providers';

const REFUND_JOB = 'refund-follow';
const DAY_MS = 86_400_000;
/** When to ask how a refund goes, in business time after it was decided; it takes days at times. */
const FOLLOW_AFTER_MS = [60_000, 3_600_000, DAY_MS, 3 * DAY_MS, 7 * DAY_MS];

/**
 * Decides to send the money of a case's attempt back the way it came, or to try again what failed: under the same number
 * and with the same words, by which the provider knows it. Refuses `wrong-state` where there is nothing to send back.
 */
export async function approveRefund(ctx: Context, found: Case, by: { accountId: string; note: string }): Promise<void> {
  const attempt = found.attemptId === null ? null : await findAttempt(ctx.h, found.attemptId);
  if (attempt?.state !== 'succeeded' || attempt.paidFen === null) return refuse('wrong-state', { state: 'no-payment' });
  const requested = { requestedAt: ctx.now.ms, requestedBy: by.accountId };
  const [known] = await refundsOfCases(ctx.h, [found.id]);
  if (known && !(await reviveRefund(ctx.h, known.id, requested)))
    refuse('wrong-state', { state: `refund-${known.state}` });
  const id = known?.id ?? newId();
  if (!known) {
    if (!(await reserveRefund(ctx.h, attempt.id, attempt.paidFen))) refuse('wrong-state', { state: 'given-back' });
    await insertRefund(ctx.h, {
      id,
      orderId: attempt.orderId,
      attemptId: attempt.id,
      caseId: found.id,
      outRefundNo: id.replaceAll('-', ''),
      amountFen: attempt.paidFen,
      state: 'approved',
      reason: refundWords.seal(ctx.ports.crypto, id, 'reason', by.note),
      ...requested,
      endedAt: null,
    });
  }
  for (const [step, afterMs] of FOLLOW_AFTER_MS.entries()) {
    const job = { kind: REFUND_JOB, key: `${id}:${ctx.now.ms}:${step}`, payload: { refundId: id } };
    await enqueue(ctx.h, { ...job, dueMs: ctx.now.ms + afterMs });
  }
  const amountFen = known?.amountFen ?? attempt.paidFen;
  ctx.audit('refund-approved', { refundId: id, orderId: attempt.orderId, caseId: found.id }, { fen: amountFen });
}

/** What the provider said of a refund. */
export type RefundAnswer = { readonly refund: Refund; readonly standing: RefundStanding };

/** Asks the provider to send it back, outside any transaction; the same refund again is the same question. */
export async function sendRefund(outside: Outside, refundId: string): Promise<RefundAnswer> {
  const { refund, attempt } = await outside.read((h) => load(h, refundId));
  const provider = await outside.read((h) => providerOf(h, outside.ports, attempt));
  const { outRefundNo, amountFen } = refund;
  const reason = refundWords.openIf(outside.ports.crypto, refund, 'reason') ?? '';
  return { refund, standing: await provider.refund({ attempt, outRefundNo, amountFen, reason }) };
}

/** Takes over how a refund stands; what has ended stays as it is. */
export async function takeOverRefund(ctx: Context, { refund, standing }: RefundAnswer): Promise<void> {
  switch (standing) {
    case 'processing':
      await moveRefund(ctx.h, refund.id, 'processing', null);
      return;
    case 'succeeded': {
      if ((await moveRefund(ctx.h, refund.id, 'succeeded', ctx.now.ms)) === 0) return;
      ctx.audit('refund-succeeded', { refundId: refund.id, orderId: refund.orderId }, { fen: refund.amountFen });
      const order = await findAnyOrder(ctx.h, refund.orderId);
      const about = (await findAnyCase(ctx.h, refund.caseId))?.candidateId ?? null;
      if (order) await tellPayer(ctx, order, 'refund-succeeded', { totalFen: refund.amountFen }, about);
      return;
    }
    case 'failed':
      if ((await moveRefund(ctx.h, refund.id, 'failed', ctx.now.ms)) === 0) return;
      ctx.audit('refund-failed', { refundId: refund.id, orderId: refund.orderId, caseId: refund.caseId });
      // a person must decide again
      await reopenCase(ctx.h, refund.caseId);
      return;
  }
}

/** Follows a refund until it has ended; a question that fails is asked again by the job's own back-off. */
export const refundJob: JobHandler = jobHandler(
  REFUND_JOB,
  z.object({ refundId: z.string() }),
  async (run, payload) => {
    const { refund } = await run.read((h) => load(h, payload.refundId));
    if (!refundStatesThatAre('unended').includes(refund.state)) return;
    const told = await sendRefund(run, refund.id);
    await run.tx((ctx) => takeOverRefund(ctx, told));
  },
);

async function load(h: Context['h'], refundId: string): Promise<{ refund: Refund; attempt: Attempt }> {
  const refund = await findRefund(h, refundId);
  const attempt = refund && (await findAttempt(h, refund.attemptId));
  if (!refund || !attempt) throw new Error(`refund ${refundId} is gone`);
  return { refund, attempt };
}
