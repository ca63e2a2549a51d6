import type { World } from './world';

/** Pays on the page of WeChat that an h5 payment leads to. */
export async function payAtCashier({ sandbox }: Pick<World, 'sandbox'>, cashierUrl: string | null): Promise<void> {
  const body = new URLSearchParams({ prepay_id: new URL(cashierUrl ?? '').searchParams.get('prepay_id') ?? '' });
  const { ok, status } = await fetch(`${sandbox.url}/cashier/pay`, { method: 'POST', body });
  if (!ok) throw new Error(`the cashier answers ${status}`);
}
