import type { Fen, LocalDate } from '@jikaotong/shared/kernel';
import { defineEvent } from '../../platform/http';
import type { Order } from './order.record';

/** Whom and what an event about money is about. */
export type OrderEvent = {
  readonly orderId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly bodyId: string;
  readonly sessionId: string;
  readonly totalFen: Fen;
  readonly payBy: LocalDate | null;
};

/** Told with the approval: there is something to pay, until `payBy`. */
export const orderOpened = defineEvent<OrderEvent>('orderOpened');
/** Told once, when the money is there. */
export const orderSettled = defineEvent<OrderEvent>('orderSettled');
/** Told when finance does not find a claimed transfer. */
export const transferRefused = defineEvent<OrderEvent & { readonly reason: string }>('transferRefused');
/** Told when WeChat has sent money back. */
export const refundSucceeded = defineEvent<OrderEvent & { readonly amountFen: Fen }>('refundSucceeded');

export const orderEventOf = (order: Order): OrderEvent => ({
  orderId: order.id,
  applicationId: order.applicationId,
  accountId: order.accountId,
  bodyId: order.bodyId,
  sessionId: order.sessionId,
  totalFen: order.totalFen,
  payBy: order.payBy,
});
