import type { Prepared } from './pay';

/** How this build pays. */
export const PAY_METHOD = 'h5';

/** Leaves for the cashier; the page is loaded anew on the way back. */
export async function pay({ cashierUrl }: Prepared): Promise<'paid' | 'left' | 'cancelled'> {
  if (!cashierUrl) throw new Error('a payment outside WeChat without a cashier');
  window.location.assign(cashierUrl);
  return Promise.resolve('left');
}

/** Where the cashier sends the browser back to: this very page. */
export const payReturnUrl = (): string | undefined => window.location.href;
