import type { OrderView, StaffOrderView } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { type Application, findApplications, loadFrames, presentOffering } from '../applications';
import { findBody } from '../bodies';
import { returnsOf } from './change.repository';
import { attemptsOf, receiptsOf, refundsOf } from './money.repository';
import { methodsOf } from './order.policy';
import { linesOf } from './order-lines.repository';
import type { Order, OrderLine } from './order.record';

/** Orders with their lines and money, as candidate and finance see them. */
export async function presentOrders(
  c: Pick<Context, 'h' | 'ports'>,
  orders: readonly Order[],
): Promise<StaffOrderView[]> {
  if (orders.length === 0) return [];
  const ids = orders.map((order) => order.id);
  const lines = await linesOf(c.h, ids);
  const attempts = await attemptsOf(c.h, ids);
  const receipts = await receiptsOf(c.h, ids);
  const refunds = [...(await refundsOf(c.h, ids)), ...(await returnsOf(c.h, ids))];
  const applications = await applicationsOf(c, lines);
  const frameOf = await loadFrames(c.h, [...applications.values()]);
  const merchants = await merchantsOf(c, orders);
  const views: StaffOrderView[] = [];
  for (const order of orders) {
    // one application's words for the whole order: its lines stand in the same notice
    const application = applications.get(lines.find(({ orderId }) => orderId === order.id)?.candidateId ?? '');
    if (!application) throw new Error(`the application of order ${order.id} is gone`);
    const frame = frameOf(application);
    const mine = <T extends { orderId: string }>(rows: readonly T[]) => rows.filter((row) => row.orderId === order.id);
    views.push({
      id: order.id,
      applicationId: application.id,
      state: order.state,
      offering: presentOffering(frame, order.offeringCode),
      noticeId: frame.notice.id,
      noticeTitle: frame.notice.title.value,
      lines: mine(lines).map(({ item, fen, source }) => ({ item, fen, source })),
      totalFen: order.totalFen,
      payBy: order.payBy,
      settledAt: order.settledAt,
      payee: payeeOf(frame.payment?.payee ?? null),
      methods: methodsOf(frame.payment, merchants.has(order.bodyId)),
      attempts: mine(attempts).map(({ id, method, state, createdAt }) => ({ id, method, state, createdAt })),
      receipts: mine(receipts).map(({ id, method, state, amountFen, paidOn, reference, voucherFileId, reason }) => ({
        id,
        method,
        state,
        amountFen,
        paidOn,
        reference,
        voucherUrl: voucherFileId === null ? null : c.ports.files.link(voucherFileId),
        reason,
      })),
      refunds: mine(refunds).map(({ id, amountFen, state, reason }) => ({ id, amountFen, state, reason })),
      candidateName: application.name ?? '',
      sessionId: order.sessionId,
      sessionName: frame.sessionName,
    });
  }
  return views;
}

/** One order. */
export async function presentOrder(c: Pick<Context, 'h' | 'ports'>, order: Order): Promise<StaffOrderView> {
  const [view] = await presentOrders(c, [order]);
  if (!view) throw new Error('an order without its view');
  return view;
}

/** Looked up in one query: a page of orders has as many applications. */
async function applicationsOf(
  { h }: Pick<Context, 'h'>,
  lines: readonly OrderLine[],
): Promise<Map<string, Application>> {
  const rows = await findApplications(
    h,
    lines.map(({ candidateId }) => candidateId),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The bodies that can take money by WeChat. */
async function merchantsOf({ h }: Pick<Context, 'h'>, orders: readonly Order[]): Promise<Set<string>> {
  const able = new Set<string>();
  for (const bodyId of new Set(orders.map((order) => order.bodyId)))
    if ((await findBody(h, bodyId))?.merchantId) able.add(bodyId);
  return able;
}

function payeeOf(payee: OrderView['payee']): OrderView['payee'] {
  if (payee === null) return null;
  const { name, taxNumber, address, phone, bank, account } = payee;
  return { name, taxNumber, address, phone, bank, account };
}
