import { orders as contract } from '@jikaotong/shared/contract';
import { unreachable } from '@jikaotong/shared/kernel';
import { findFile } from '../../platform/files';
import { type Actor, type Context, command, query, refuse, refuseWhen } from '../../platform/http';
import { frameOfOrder } from './frame-of-order';
import { findAttempt, pendingAttemptsOf } from './money.repository';
import { methodsOf, refusePaying, withReturn } from './order.policy';
import { presentOrder } from './order.presenter';
import { findOwnOrder, findOwnOrderOfCandidate, lockOwnOrder } from './order.repository';
import { putClaim } from './receipt';
import { askPrepay, notePrepayOf, takeAttempt } from './start-payment';
import { askAbout, orUnavailable, payFor, takeOver } from './wechat-pay';

const get = query(contract.getOrder, async (c) => {
  const order = await findOwnOrderOfCandidate(c.h, c.actor.accountId, c.input.params.id);
  return order ? presentOrder(c, order) : refuse('not-found');
});

const start = command(contract.startPayment, {
  handle: takeAttempt,
  call: askPrepay,
  finish: notePrepayOf,
  present: async (c, attemptId) => {
    const attempt = await findAttempt(c.h, attemptId);
    // paid or closed in the meantime: nothing to pay with, the order says the rest
    if (attempt?.state !== 'prepaid' || attempt.prepay === null) return { attemptId, jsapi: null, cashierUrl: null };
    switch (attempt.method) {
      case 'h5': {
        const cashierUrl = withReturn(attempt.prepay, c.input.body.returnUrl ?? null, c.ports.config.publicUrl);
        return { attemptId, jsapi: null, cashierUrl };
      }
      case 'jsapi': {
        const pay = await payFor(c.h, c.ports, attempt.merchantId);
        return { attemptId, jsapi: pay.requestPayment(attempt.prepay, c.now.wallMs), cashierUrl: null };
      }
      default:
        return unreachable(attempt.method);
    }
  },
});

const ask = command(contract.queryPayment, {
  handle: async (c) => ({ id: (await loadOwn(c, c.input.params.id)).id }),
  call: async (o, orderId) => {
    const attempts = await o.read((h) => pendingAttemptsOf(h, orderId));
    return orUnavailable(o.ports, Promise.all(attempts.map((attempt) => askAbout(o, attempt))));
  },
  finish: async (c, _orderId, told) => {
    for (const one of told) await takeOver(c, one, one.attempt.expiresAt <= c.now.wallMs);
  },
  present: async (c, orderId) => presentOrder(c, await loadOwn(c, orderId)),
});

const claim = command(contract.claimTransfer, {
  handle: async (c) => {
    const { fileId, paidOn, reference = null } = c.input.body;
    const order = (await lockOwnOrder(c.h, c.actor.accountId, c.input.params.id)) ?? refuse('not-found');
    refuseWhen(refusePaying(order, c.now.day));
    if (paidOn > c.now.day) refuse('invalid-input', { issues: ['body.paidOn'] });
    const { payment } = await frameOfOrder(c.h, order);
    if (!methodsOf(payment, false).includes('transfer')) refuse('payment-method-unavailable');
    const file = await findFile(c.h, fileId);
    if (file?.ownerAccountId !== c.actor.accountId || file.purpose !== 'voucher')
      refuse('file-refused', { fileId, reason: 'not-yours' });
    await putClaim(c, order, { voucherFileId: fileId, paidOn, reference });
    return { id: order.id };
  },
  present: async (c, orderId) => presentOrder(c, await loadOwn(c, orderId)),
});

export const routes = [get, start, ask, claim];

const loadOwn = async (c: Pick<Context, 'h'> & { actor: Actor }, id: string) =>
  (await findOwnOrder(c.h, c.actor.accountId, id)) ?? refuse('not-found');
