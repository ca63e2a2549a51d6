import type { AttemptMethod, MerchantMethod } from '@jikaotong/shared/rules/fees';
import type { PayEnd, Prepared } from './pay';

/** How this build begins a payment through a merchant. */
export const ATTEMPTS = { wechat: 'h5' } as const satisfies Record<MerchantMethod, AttemptMethod>;

/** Leaves for the cashier; the page is loaded anew on the way back. */
export async function pay({ cashierUrl }: Prepared): Promise<PayEnd> {
  if (!cashierUrl) throw new Error('a payment outside WeChat without a cashier');
  window.location.assign(cashierUrl);
  return Promise.resolve('left');
}

/** Where the cashier sends the browser back to: this very page. */
export const payReturnUrl = (): string | undefined => window.location.href;
