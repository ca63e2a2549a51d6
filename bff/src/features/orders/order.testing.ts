import { type Fen, fen, localDate } from '@jikaotong/shared/kernel';
import { addApproved } from '../../approved.testing';
import { type Handle, newId } from '../../platform/db';
import { fixedCrypto } from '../../platform/db/fixed-crypto.testing';
import { type Context, type Refused, refusalIn } from '../../platform/http';
import type { Attempt, Receipt } from './payment.record';
import { insertAttempt, insertReceipt } from './payment.repository';
import { type Opening, openOrderFor } from './open-order';
import type { Order, Payer } from './order.record';

export const MOMENT = { ms: Date.UTC(2026, 10, 24), day: localDate('2026-11-24'), wallMs: Date.UTC(2026, 10, 24) };

/** What everybody owes here. */
export const OWED = fen(28_000);

/** What a transaction of the pipeline brings, as far as money needs it; `told` hears of every event. */
export const orderContext = (h: Handle, told: string[] = []): Context => ({
  h,
  now: MOMENT,
  ports: {
    config: { wechat: { messageTemplates: {} }, sms: { templates: {} } },
    crypto: fixedCrypto(),
  } as Context['ports'],
  requestId: 'test',
  audit: () => {},
  emit: (event) => Promise.resolve(void told.push(event.name)),
});

/** What was refused; null: nothing. */
export const answerTo = (attempt: Promise<unknown>): Promise<Refused | null> =>
  attempt.then(
    () => null,
    (error: unknown) => {
      const refused = refusalIn(error);
      if (!refused) throw error;
      return refused;
    },
  );

const source = { assumed: 'a test' };

/** What these candidates owe for an event, in two lines each. */
export const openingOf = (eventId: string, payer: Payer, candidateIds: readonly string[]): Opening => ({
  payer,
  eventId,
  bodyId: 'bspia',
  noticeId: 'n',
  noticeVersion: 1,
  offeringCode: 'installer-5',
  payOpens: null,
  payBy: null,
  owed: candidateIds.map((candidateId) => ({
    candidateId,
    fees: [
      { item: 'theory', fen: fen(6_500), source },
      { item: 'skill', fen: fen(21_500), source },
    ],
  })),
});

/** An order of somebody approved, by that account. */
export async function addOrder(h: Handle, eventId: string, accountId: string): Promise<Order> {
  const candidateId = await addApproved(h, eventId, accountId, MOMENT.ms);
  return openOrderFor(orderContext(h), openingOf(eventId, { accountId, unitId: null }, [candidateId]));
}

/** A try to pay an order through WeChat. */
export async function addAttempt(
  h: Handle,
  { id: orderId, totalFen }: Pick<Order, 'id' | 'totalFen'>,
): Promise<Attempt> {
  const attempt = attemptTo({ orderId, amountFen: totalFen });
  await insertAttempt(h, attempt);
  return attempt;
}

/** A try that waits for the payment. */
export function attemptTo(said: Partial<Attempt>): Attempt {
  const id = newId();
  return {
    id,
    orderId: 'o',
    merchantId: 'm',
    begunBy: 'a',
    outTradeNo: id.replaceAll('-', ''),
    mchid: '1900000001',
    appid: 'wx1',
    method: 'jsapi',
    amountFen: OWED,
    state: 'prepaid',
    prepay: 'p',
    expiresAt: MOMENT.wallMs + 3_600_000,
    createdAt: MOMENT.ms,
    paidFen: null,
    refundFen: fen(0),
    transactionId: null,
    succeededAt: null,
    ...said,
  };
}

/** Money that finance has seen, or a transfer that is only claimed. */
export async function addReceipt(
  h: Handle,
  { id: orderId, totalFen }: { readonly id: string; readonly totalFen: Fen },
  state: Receipt['state'],
): Promise<Receipt> {
  const receipt: Receipt = {
    id: newId(),
    orderId,
    method: 'transfer',
    state,
    amountFen: totalFen,
    paidOn: MOMENT.day,
    reference: null,
    voucherFileId: null,
    returnFen: fen(0),
    reason: null,
    createdAt: MOMENT.ms,
    decidedAt: null,
    decidedBy: null,
    undoAskedBy: null,
    undoReason: null,
  };
  await insertReceipt(h, receipt);
  return receipt;
}
