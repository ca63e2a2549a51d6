import { type Call, type Context, type Outside, refuse, refuseWhen } from '../../platform/http';
import type { orders as contract } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import { ATTEMPT_PAYS_BY, attemptStatesThatAre } from '@jikaotong/shared/rules/fees';
import { newId } from '../../platform/db';
import { enqueue } from '../../platform/jobs';
import { findUnit } from '../units';
import { frameOfOrder } from './frame-of-order';
import { candidatesIn, offeringCodesOf, standingLinesOf } from './order-lines.repository';
import { paymentText } from './payment-text';
import { QUERY_JOB } from './job-kinds';
import type { Attempt } from './payment.record';
import { endAttempt, findAttempt, insertAttempt, notePrepay, pendingAttemptsOf } from './payment.repository';
import { attemptEndMs, methodsOf, nextQueryAgeMs, refusePaying, reusable } from './order.policy';
import { findAnyOrder, lockOwnOrder } from './order.repository';
import { type AttemptAnswer, askAbout, orUnavailable, takeOver } from './ask-provider';
import { providerOf, providersOf } from './providers';

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
  const paysBy = ATTEMPT_PAYS_BY[method];
  if (!methodsOf(payment, [paysBy]).includes(paysBy)) refuse('payment-method-unavailable');
  const providers = providersOf(method);
  const merchant = (await providers.merchantOf(ctx.h, ctx.ports, order.bodyId)) ?? refuse('merchant-missing');
  const { mchid, appid } = merchant;
  if ((await providers.payerOf(ctx.h, { method, accountId: ctx.actor.accountId, appid })) === null)
    refuse('payment-method-unavailable', { method });

  const begunBy = ctx.actor.accountId;
  const wanted = { begunBy, method, merchantId: merchant.id, amountFen: order.totalFen, wallMs: ctx.now.wallMs };
  const living = reusable(await pendingAttemptsOf(ctx.h, order.id), wanted);
  if (living) return living;
  const expiresAt = attemptEndMs(order, ctx.now);
  if (expiresAt === null) return refuse('too-late', { closedOn: order.payBy });
  const id = newId();
  const attempt: Attempt = {
    id,
    orderId: order.id,
    merchantId: merchant.id,
    begunBy,
    outTradeNo: id.replaceAll('-', ''),
    mchid,
    appid,
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
  await askAgainLater(ctx, attempt);
  ctx.audit('payment-started', { orderId: order.id, attemptId: id }, { method });
  return attempt;
}

/** Plans the next question about an attempt; the same moment again plans nothing twice. */
export async function askAgainLater(ctx: Pick<Context, 'h' | 'now'>, attempt: Pick<Attempt, 'id' | 'createdAt'>) {
  const ageMs = nextQueryAgeMs(ctx.now.ms - attempt.createdAt);
  await enqueue(ctx.h, {
    kind: QUERY_JOB,
    key: `${attempt.id}:after:${ageMs}`,
    payload: { attemptId: attempt.id },
    dueMs: attempt.createdAt + ageMs,
  });
}

/** What the provider gave for an attempt: something to pay with, that it is paid, or that its number is used up. */
export type Asked =
  { readonly kind: 'prepay'; readonly prepay: string } | { readonly kind: 'told'; readonly told: AttemptAnswer };

/** Asks the provider to take the payment; the same attempt again is the same question. Refuses `payment-unavailable`. */
export async function askPrepay(outside: Outside & { ip: string }, attemptId: string): Promise<Asked> {
  const { attempt, provider, description, payer } = await outside.read((h) => payable(h, outside, attemptId));
  if (!attemptStatesThatAre('pending').includes(attempt.state))
    return { kind: 'told', told: { attempt, payment: null } };
  const answer = await orUnavailable(outside.ports, provider.prepay(attempt, { description, payer, ip: outside.ip }));
  if (!answer.ok) return { kind: 'told', told: await orUnavailable(outside.ports, askAbout(outside, attempt)) };
  return { kind: 'prepay', prepay: answer.value };
}

/** Notes what came of it. */
export async function notePrepayOf(ctx: Context, attemptId: string, asked: Asked): Promise<void> {
  if (asked.kind === 'prepay') await notePrepay(ctx.h, attemptId, asked.prepay);
  else {
    await takeOver(ctx, asked.told, false);
    // nobody takes a payment under this number any more: the next start makes another
    await endAttempt(ctx.h, attemptId, 'closed');
  }
}

async function payable(h: Context['h'], { ports }: Outside, attemptId: string) {
  const attempt = await findAttempt(h, attemptId);
  if (!attempt) throw new Error(`attempt ${attemptId} is gone`);
  const order = await findAnyOrder(h, attempt.orderId);
  if (!order) throw new Error(`order ${attempt.orderId} is gone`);
  const { notice } = await frameOfOrder(h, order);
  const offering = offeringOf(notice, order.offeringCode);
  const { method, appid, begunBy } = attempt;
  const payer = await providersOf(method).payerOf(h, { method, accountId: begunBy ?? order.accountId, appid });
  if (payer === null) throw new Error(`attempt ${attemptId} has a payer that its provider does not know`);
  const lines = await standingLinesOf(h, order.id);
  const codes = (await offeringCodesOf(h, [order.id])).get(order.id) ?? [];
  const unit = order.unitId === null ? null : await findUnit(h, order.unitId);
  const description = paymentText({
    unitName: unit?.name ?? null,
    people: candidatesIn(lines).length,
    offerings: Math.max(codes.length, 1),
    first: `${offering?.occupation ?? ''}${offering?.levelName ?? ''}`,
  });
  return { attempt, provider: await providerOf(h, ports, attempt), description, payer };
}
