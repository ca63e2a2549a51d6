import type { ReplyOf, orders as contract } from '@jikaotong/shared/contract';
import type { Fen, Result } from '@jikaotong/shared/kernel';
import type { AttemptMethod } from '@jikaotong/shared/rules/fees';
import type { Handle } from '../../platform/db';
import type { Ports, WebhookAnswer } from '../../platform/http';
import type { Body } from '../bodies';
import type { Attempt } from './payment.record';

/** How a provider says that an attempt stands; `paid` always with what came. */
export type Payment = { readonly outTradeNo: string } & (
  | { readonly state: 'paid'; readonly transactionId: string; readonly paidFen: Fen }
  | { readonly state: 'open' | 'closed' | 'failed' }
);

/** How a provider says that a refund stands; `failed`: it will never be. */
export type RefundStanding = 'processing' | 'succeeded' | 'failed';

export type ProviderNotification =
  | { readonly kind: 'payment'; readonly payment: Payment }
  | { readonly kind: 'refund'; readonly outRefundNo: string; readonly standing: RefundStanding };

/** The merchant an attempt is made with, as the attempt keeps it. */
export type AttemptMerchant = { readonly id: string } & Pick<Attempt, 'mchid' | 'appid'>;

/** By whom the provider knows the payer; null where it need not. */
export type Payer = { readonly openid: string | null };

/**
 * One merchant at whoever runs the payments. Every call but the last two goes out and stands outside a transaction; an
 * expected no is a value, an outage is thrown. The same call again is the same question.
 */
export type PaymentProvider = {
  /** What to pay with, kept by the attempt; `not-taken`: its number is paid, closed or used up. */
  prepay(
    attempt: Attempt,
    asked: { readonly description: string; readonly payer: Payer; readonly ip: string },
  ): Promise<Result<string, 'not-taken'>>;
  /** Null: it knows no such order. */
  query(outTradeNo: string): Promise<Payment | null>;
  /** Nobody pays it any more after; `paid`: somebody had before. */
  close(outTradeNo: string): Promise<'closed' | 'paid'>;
  /** Sends money back, and tells how that stands whenever asked again under the same number and with the same words. */
  refund(wanted: {
    readonly attempt: Attempt;
    readonly outRefundNo: string;
    readonly amountFen: Fen;
    readonly reason: string;
  }): Promise<RefundStanding>;
  /** What the payer's device needs to go on. */
  handOver(
    attempt: { readonly method: AttemptMethod; readonly prepay: string },
    asked: { readonly returnUrl: string | null; readonly wallMs: number },
  ): Pick<ReplyOf<typeof contract.startPayment>, 'jsapi' | 'cashierUrl'>;
  /** Reads what the provider itself tells, signature first; an error is why it is not believed. */
  readNotification(
    call: { readonly rawBody: string; readonly headers: Readonly<Record<string, string>> },
    wallMs: number,
  ): Result<ProviderNotification, string>;
};

/** Where the merchants of one method are found. */
export type PaymentProviders = {
  /** Whether a body takes money by it now. */
  isTakenBy(body: Body): boolean;
  /** The merchant a body takes money with now; null until staff enter one. */
  merchantOf(h: Handle, ports: Ports, bodyId: string): Promise<AttemptMerchant | null>;
  /** The payer as the provider must know them; null: it cannot, so this way is not open. */
  payerOf(
    h: Handle,
    wanted: { readonly method: AttemptMethod; readonly accountId: string | null; readonly appid: string },
  ): Promise<Payer | null>;
  /** The merchant with this id; null when there is none. */
  open(h: Handle, ports: Ports, merchantId: string): Promise<PaymentProvider | null>;
  /** Where and how it is told to us: the path holds `:merchant`. */
  readonly notifications: {
    readonly path: `/${string}/:merchant`;
    readonly taken: WebhookAnswer;
    refused(reason: string): WebhookAnswer;
  };
};
