import { type Call, type Context, type Outside, refuse, refuseWhen } from '../../platform/http';
import type { orders as contract } from '@jikaotong/shared/contract';
import { type Result, fen, ok, unreachable } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import { attemptStatesThatAre } from '@jikaotong/shared/rules/fees';
import { newId } from '../../platform/db';
import { enqueue } from '../../platform/jobs';
import type { Pay, Prepay, PrepayRefusal } from '../../platform/wechat';
import { findOpenid } from '../accounts';
import { findMerchantOf } from '../bodies';
import { frameOfOrder } from './frame-of-order';
import { QUERY_JOB } from './job-kinds';
import type { Attempt } from './payment.record';
import { endAttempt, findAttempt, insertAttempt, notePrepay, pendingAttemptsOf } from './payment.repository';
import { attemptEndMs, methodsOf, refusePaying, reusable } from './order.policy';
import { findAnyOrder, lockOwnOrder } from './order.repository';
import { type AttemptAnswer, askAbout, notifyUrl, orUnavailable, payFor, takeOver } from './wechat-pay';

/** When to ask about an attempt by ourselves, in business time after it began: a notification may be lost. */
const QUERIES_AFTER_MS = [2 * 60_000, 15 * 60_000, 2 * 3_600_000];

type Starting = Call<typeof contract.startPayment>;

/**
 * The attempt to pay with: one that still lives and is paid the same way, or a new one. Refuses as `refusePaying`, and
 * `payment-method-unavailable`, `merchant-missing`.
 */
export async function takeAttempt(ctx: Starting): Promise<Attempt> {
  const { method } = ctx.input.body;
  const order = (await lockOwnOrder(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  refuseWhen(refusePaying(order, ctx.now.day));
  const { payment } = await frameOfOrder(ctx.h, order);
  if (!methodsOf(payment, true).includes('wechat')) refuse('payment-method-unavailable');
  const merchant = (await findMerchantOf(ctx.h, ctx.ports.crypto, order.bodyId)) ?? refuse('merchant-missing');
  const { appId } = ctx.ports.config.wechat;
  if (method === 'jsapi' && (await findOpenid(ctx.h, ctx.actor.accountId, appId)) === null)
    refuse('payment-method-unavailable', { method });

  const wanted = { method, merchantId: merchant.id, amountFen: order.totalFen, wallMs: ctx.now.wallMs };
  const living = reusable(await pendingAttemptsOf(ctx.h, order.id), wanted);
  if (living) return living;
  const expiresAt = attemptEndMs(order, ctx.now);
  if (expiresAt === null) return refuse('too-late', { closedOn: order.payBy });
  const id = newId();
  const attempt: Attempt = {
    id,
    orderId: order.id,
    merchantId: merchant.id,
    outTradeNo: id.replaceAll('-', ''),
    mchid: merchant.mchid,
    appid: appId,
    method,
    amountFen: order.totalFen,
    state: 'created',
    prepay: null,
    expiresAt,
    createdAt: ctx.now.ms,
    paidFen: null,
    refundFen: fen(0),
    transactionId: null,
    succeededAt: null,
  };
  await insertAttempt(ctx.h, attempt);
  for (const [step, afterMs] of QUERIES_AFTER_MS.entries()) {
    const job = { kind: QUERY_JOB, key: `${id}:${step}`, payload: { attemptId: id } };
    await enqueue(ctx.h, { ...job, dueMs: ctx.now.ms + afterMs });
  }
  ctx.audit('payment-started', { orderId: order.id, attemptId: id }, { method });
  return attempt;
}

/** What WeChat gave for an attempt: something to pay with, that it is paid, or that its number is used up. */
export type Asked =
  { readonly kind: 'prepay'; readonly prepay: string } | { readonly kind: 'told'; readonly told: AttemptAnswer };

/** Asks WeChat to take the payment; the same attempt again is the same question. Refuses `payment-unavailable`. */
export async function askPrepay(outside: Outside & { ip: string }, attemptId: string): Promise<Asked> {
  const { attempt, order, openid } = await outside.read(async (h) => {
    const found = await findAttempt(h, attemptId);
    if (!found) throw new Error(`attempt ${attemptId} is gone`);
    return prepayOf(h, outside, found);
  });
  if (!attemptStatesThatAre('pending').includes(attempt.state))
    return { kind: 'told', told: { attempt, transaction: null } };
  const pay = await outside.read((h) => payFor(h, outside.ports, attempt.merchantId));
  const answer = await orUnavailable(outside.ports, prepayAt(pay, { attempt, order, openid, ip: outside.ip }));
  if (!answer.ok) return { kind: 'told', told: await orUnavailable(outside.ports, askAbout(outside, attempt)) };
  return { kind: 'prepay', prepay: answer.value };
}

/** prepay_id of jsapi, the cashier's address of h5. */
async function prepayAt(
  pay: Pay,
  { attempt, order, openid, ip }: { attempt: Attempt; order: Prepay; openid: string | null; ip: string },
): Promise<Result<string, PrepayRefusal>> {
  switch (attempt.method) {
    case 'h5': {
      const answer = await pay.prepayH5({ ...order, clientIp: ip });
      return answer.ok ? ok(answer.value.h5Url) : answer;
    }
    case 'jsapi': {
      if (openid === null) throw new Error('jsapi without an openid');
      const answer = await pay.prepayJsapi({ ...order, openid });
      return answer.ok ? ok(answer.value.prepayId) : answer;
    }
    default:
      return unreachable(attempt.method);
  }
}

/** Notes what came of it. */
export async function notePrepayOf(ctx: Context, attemptId: string, asked: Asked): Promise<void> {
  if (asked.kind === 'prepay') await notePrepay(ctx.h, attemptId, asked.prepay);
  else {
    await takeOver(ctx, asked.told, false);
    // WeChat takes no payment under this number any more: the next start makes another
    await endAttempt(ctx.h, attemptId, 'closed');
  }
}

async function prepayOf(h: Context['h'], { ports }: Outside, attempt: Attempt) {
  const order = await findAnyOrder(h, attempt.orderId);
  if (!order) throw new Error(`order ${attempt.orderId} is gone`);
  const { notice } = await frameOfOrder(h, order);
  const offering = offeringOf(notice, order.offeringCode);
  const openid = order.accountId === null ? null : await findOpenid(h, order.accountId, attempt.appid);
  const prepay: Prepay = {
    outTradeNo: attempt.outTradeNo,
    description: `${offering?.occupation ?? ''}${offering?.levelName ?? ''} 考试费`.trim(),
    totalFen: attempt.amountFen,
    notifyUrl: notifyUrl(ports, attempt.merchantId),
    expiresAtMs: attempt.expiresAt,
  };
  return { attempt, order: prepay, openid };
}
