import { orders as contract } from '@jikaotong/shared/contract';
import { findFile } from '../../platform/files';
import { type Actor, type Context, command, query, refuse, refuseWhen } from '../../platform/http';
import { frameOfOrder } from './frame-of-order';
import { findAttempt, pendingAttemptsOf } from './payment.repository';
import { methodsOf, refusePaying } from './order.policy';
import { presentOrder } from './order.presenter';
import { findOwnOrder, findOwnOrderOfCandidate, lockOwnOrder } from './order.repository';
import { returnsOf } from './follow-session.repository';
import { putClaim } from './receipt';
import { directReturns } from './refund-account';
import { askPrepay, notePrepayOf, takeAttempt } from './start-payment';
import { askAbout, orUnavailable, takeOver } from './ask-provider';
import { providerOf } from './providers';

const get = query(contract.getOrder, async (ctx) => {
  const order = await findOwnOrderOfCandidate(ctx.h, ctx.actor.accountId, ctx.input.params.id);
  return order ? presentOrder(ctx, order) : refuse('not-found');
});

const start = command(contract.startPayment, {
  handle: takeAttempt,
  call: askPrepay,
  finish: notePrepayOf,
  present: async (ctx, attemptId) => {
    const attempt = await findAttempt(ctx.h, attemptId);
    // paid or closed in the meantime: nothing to pay with, the order says the rest
    if (attempt?.state !== 'prepaid' || attempt.prepay === null) return { attemptId, jsapi: null, cashierUrl: null };
    const { method, prepay } = attempt;
    const provider = await providerOf(ctx.h, ctx.ports, attempt);
    const returnUrl = ctx.input.body.returnUrl ?? null;
    return { attemptId, ...provider.handOver({ method, prepay }, { returnUrl, wallMs: ctx.now.wallMs }) };
  },
});

const ask = command(contract.queryPayment, {
  handle: async (ctx) => ({ id: (await loadOwn(ctx, ctx.input.params.id)).id }),
  call: async (outside, orderId) => {
    const attempts = await outside.read((h) => pendingAttemptsOf(h, orderId));
    return orUnavailable(outside.ports, Promise.all(attempts.map((attempt) => askAbout(outside, attempt))));
  },
  finish: async (ctx, _orderId, told) => {
    for (const one of told) await takeOver(ctx, one, one.attempt.expiresAt <= ctx.now.wallMs);
  },
  present: async (ctx, orderId) => presentOrder(ctx, await loadOwn(ctx, orderId)),
});

const claim = command(contract.claimTransfer, {
  handle: async (ctx) => {
    const { fileId, paidOn, reference = null } = ctx.input.body;
    const order = (await lockOwnOrder(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
    refuseWhen(refusePaying(order, ctx.now.day));
    if (paidOn > ctx.now.day) refuse('invalid-input', { issues: ['body.paidOn'] });
    const { payment } = await frameOfOrder(ctx.h, order);
    if (!methodsOf(payment, []).includes('transfer')) refuse('payment-method-unavailable');
    const file = await findFile(ctx.h, fileId);
    if (file?.ownerAccountId !== ctx.actor.accountId || file.purpose !== 'voucher')
      refuse('file-refused', { fileId, reason: 'not-yours' });
    await putClaim(ctx, order, { voucherFileId: fileId, paidOn, reference });
    return { id: order.id };
  },
  present: async (ctx, orderId) => presentOrder(ctx, await loadOwn(ctx, orderId)),
});

const direct = command(contract.giveRefundAccount, {
  handle: async (ctx) => {
    const order = await loadOwn(ctx, ctx.input.params.id);
    await directReturns(ctx, await returnsOf(ctx.h, [order.id]), ctx.input.body);
    return { id: order.id };
  },
  present: async (ctx, orderId) => presentOrder(ctx, await loadOwn(ctx, orderId)),
});

export const routes = [get, start, ask, claim, direct];

const loadOwn = async (ctx: Pick<Context, 'h'> & { actor: Actor }, id: string) =>
  (await findOwnOrder(ctx.h, ctx.actor.accountId, id)) ?? refuse('not-found');
