import { every } from '../../kernel';
import type { PaymentMethod } from '../../notice';

/** The ways to pay an order, under what a notice prints for them. */
const PRINTED = {
  online: ['wechat'],
  'bank-transfer': ['transfer'],
  cheque: ['cheque'],
  cash: ['cash'],
} as const satisfies Readonly<Record<PaymentMethod['method'], readonly [string, ...string[]]>>;

export type PayMethod = (typeof PRINTED)[PaymentMethod['method']][number];
/** All of them; words/money has a word for each. */
export const PAY_METHODS: readonly PayMethod[] = Object.values(PRINTED).flat();

/** What a notice prints, as ways to pay an order. */
export const methodsPrintedAs = (printed: PaymentMethod['method']): readonly PayMethod[] => PRINTED[printed];

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
export const MERCHANT_METHODS = every<MerchantMethod>()(['wechat']);

/** Where a payment through a merchant is begun, and whose it is: `jsapi` inside WeChat, `h5` at its cashier. */
export const ATTEMPT_METHODS = ['jsapi', 'h5'] as const;
export type AttemptMethod = (typeof ATTEMPT_METHODS)[number];

/** The way of paying that an attempt is one of. */
export const ATTEMPT_PAYS_BY = { jsapi: 'wechat', h5: 'wechat' } as const satisfies Readonly<
  Record<AttemptMethod, MerchantMethod>
>;
/** The attempts of one way. */
export type AttemptThrough<M extends MerchantMethod> = {
  [A in AttemptMethod]: (typeof ATTEMPT_PAYS_BY)[A] extends M ? A : never;
}[AttemptMethod];

/** Money outside a merchant, as finance enters it. */
export const RECEIPT_METHODS = every<Exclude<PayMethod, MerchantMethod>>()(['cash', 'cheque', 'transfer']);
