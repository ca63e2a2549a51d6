import type { AttemptMethod, MerchantMethod } from '@jikaotong/shared/rules/fees';
import Taro from '@tarojs/taro';

/** What startPayment answered. */
export type Prepared = {
  jsapi: { timeStamp: string; nonceStr: string; package: string; signType: 'RSA'; paySign: string } | null;
  cashierUrl: string | null;
};

/** How this build begins a payment through a merchant. */
export const ATTEMPTS = { wechat: 'jsapi' } as const satisfies Record<MerchantMethod, AttemptMethod>;

/** Lets WeChat take the payment; `paid` is only what WeChat says here, the order knows the truth. */
export async function pay({ jsapi }: Prepared): Promise<'paid' | 'left' | 'cancelled'> {
  if (!jsapi) throw new Error('a payment inside WeChat without its parameters');
  try {
    await Taro.requestPayment(jsapi);
    return 'paid';
  } catch {
    return 'cancelled';
  }
}

/** Where the cashier sends the browser back to; WeChat needs none. */
export const payReturnUrl = (): string | undefined => undefined;
