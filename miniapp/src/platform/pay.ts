import type { AttemptMethod, MerchantMethod } from '@jikaotong/shared/rules/fees';
import Taro from '@tarojs/taro';
import { tellTrouble } from './tell-trouble';

/** What startPayment answered. */
export type Prepared = {
  jsapi: { timeStamp: string; nonceStr: string; package: string; signType: 'RSA'; paySign: string } | null;
  cashierUrl: string | null;
};

/** How this build begins a payment through a merchant. */
export const ATTEMPTS = { wechat: 'jsapi' } as const satisfies Record<MerchantMethod, AttemptMethod>;

/** What a payment came to here; the order knows the truth. `left`: the browser went to the cashier. */
export type PayEnd = 'paid' | 'left' | 'cancelled' | 'failed';

/** Lets WeChat take the payment; why WeChat would not is said in words. */
export async function pay({ jsapi }: Prepared): Promise<PayEnd> {
  if (!jsapi) throw new Error('a payment inside WeChat without its parameters');
  try {
    await Taro.requestPayment(jsapi);
    return 'paid';
  } catch (error) {
    return (await tellTrouble('payment', error)) === 'left' ? 'cancelled' : 'failed';
  }
}

/** Where the cashier sends the browser back to; WeChat needs none. */
export const payReturnUrl = (): string | undefined => undefined;
