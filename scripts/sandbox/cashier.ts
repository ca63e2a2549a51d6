import { type SandboxAnswer, type SandboxContext, type SandboxRequest, redirect } from './sandbox-context';
import { cashierPage, donePage, problemPage, yuan } from './pages';
import { payOrder } from './pay-orders';

/** The cashier a person clicks: GET shows the order, POST pays or turns back; null for other paths. */
export function cashier(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer | null {
  const route = `${request.method} ${request.url.pathname}`;
  if (!/^(GET \/cashier|POST \/cashier\/(pay|cancel))$/.test(route)) return null;
  const fields = request.method === 'GET' ? request.url.searchParams : new URLSearchParams(request.body);
  const order = ctx.store.state.orders.find((each) => each.prepayId === fields.get('prepay_id'));
  if (!order) return problemPage('订单不存在');
  const redirectUrl = webAddress(fields.get('redirect_url') ?? '');
  if (route === 'GET /cashier') return cashierPage(order, `商户 ${order.mchid}`, redirectUrl);
  if (route === 'POST /cashier/cancel')
    return redirectUrl === '' ? donePage('已取消支付', yuan(order), '') : redirect(redirectUrl);
  const paid = payOrder(ctx, order.prepayId);
  // Paid already, closed or expired: the same page says so.
  if (typeof paid === 'string' || redirectUrl === '') return cashierPage(order, `商户 ${order.mchid}`, redirectUrl);
  return redirect(redirectUrl);
}

/** Only addresses of the web are followed; anything else (javascript:) is dropped. */
function webAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : '';
}
