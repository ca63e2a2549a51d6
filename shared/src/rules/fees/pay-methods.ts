import { every } from '../../kernel';
import type { PaymentMethod } from '../../notice';

/** The ways to pay an order; words/money has a word for each. */
export const PAY_METHODS = ['wechat', 'transfer', 'cheque', 'cash'] as const;
export type PayMethod = (typeof PAY_METHODS)[number];

/**
 * How money comes. `merchant`: at once, through the body's merchant, by an attempt; `voucher`: to its account, and the
 * candidate hands in a voucher; `counter`: over the counter, where finance enters it.
 */
export type PayChannel = 'merchant' | 'voucher' | 'counter';
export const PAY_CHANNELS = {
  wechat: 'merchant',
  transfer: 'voucher',
  cheque: 'counter',
  cash: 'counter',
} as const satisfies Record<PayMethod, PayChannel>;

type Through<C extends PayChannel> = {
  [M in PayMethod]: (typeof PAY_CHANNELS)[M] extends C ? M : never;
}[PayMethod];
export type MerchantMethod = Through<'merchant'>;

/** What a notice prints, as a way to pay an order. */
export const PRINTED_METHODS: Readonly<Record<PaymentMethod['method'], PayMethod>> = {
  online: 'wechat',
  'bank-transfer': 'transfer',
  cheque: 'cheque',
  cash: 'cash',
};

/** Where a payment through a merchant is begun, and whose it is: `jsapi` inside WeChat, `h5` at its cashier. */
export const ATTEMPT_METHODS = ['jsapi', 'h5'] as const;
export type AttemptMethod = (typeof ATTEMPT_METHODS)[number];

/** The way of paying that an attempt is one of. */
export const ATTEMPT_PAYS_BY: Readonly<Record<AttemptMethod, MerchantMethod>> = { jsapi: 'wechat', h5: 'wechat' };

/** Money outside a merchant, as finance enters it. */
export const RECEIPT_METHODS = every<Exclude<PayMethod, MerchantMethod>>()(['cash', 'cheque', 'transfer']);
