import type { OrderView, StaffOrderView } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { type Fen, dayAt, sumFen } from '@jikaotong/shared/kernel';
import { payerWords } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { presentOffering } from '../applications';
import { findBody } from '../bodies';
import { kindsAndNamesOf } from '../candidates';
import { findUnit } from '../units';
import { returnsOf } from './follow-session.repository';
import { attemptsOf, receiptsOf, refundsOf } from './payment.repository';
import { methodsOf } from './order.policy';
import { candidatesIn, linesOf, offeringCodesOf } from './order-lines.repository';
import { framesOfOrders } from './frame-of-order';
import { merchantMethodsOf } from './providers';
import type { Order } from './order.record';
import { type Receipt, receiptWords, refundWords } from './payment.record';
import { presentAccount } from './refund-account';
import { type Return, returnWords } from './return.record';
import { refuseUndoing } from './undo-receipt';

/** Orders with their lines and money, as candidate and finance see them. */
export async function presentOrders(
  ctx: Pick<Context, 'h' | 'ports' | 'now'>,
  orders: readonly Order[],
): Promise<StaffOrderView[]> {
  if (orders.length === 0) return [];
  const ids = orders.map((order) => order.id);
  const lines = await linesOf(ctx.h, ids);
  const attempts = await attemptsOf(ctx.h, ids);
  const receipts = await receiptsOf(ctx.h, ids);
  const { crypto } = ctx.ports;
  const refunds = await refundsOf(ctx.h, ids);
  const returns = await returnsOf(ctx.h, ids);
  const about = await kindsAndNamesOf(
    ctx.h,
    lines.map(({ candidateId }) => candidateId),
  );
  const codes = await offeringCodesOf(ctx.h, ids);
  const units = await unitNamesOf(ctx.h, orders);
  const frameOf = await framesOfOrders(ctx.h, orders);
  const merchants = await merchantsOf(ctx, orders);
  const views: StaffOrderView[] = [];
  for (const order of orders) {
    const { notice, payment, eventName } = frameOf(order);
    const standing = lines.filter(({ orderId, endedAt }) => orderId === order.id && endedAt === null);
    const candidates = candidatesIn(standing);
    const [first] = candidates;
    if (first === undefined) throw new Error(`order ${order.id} has no lines`);
    const unitName = units.get(order.unitId ?? '') ?? null;
    const mine = <T extends { orderId: string }>(rows: readonly T[]) => rows.filter((row) => row.orderId === order.id);
    views.push({
      id: order.id,
      number: order.number,
      applicationId: first,
      state: order.state,
      offering: presentOffering({ notice }, order.offeringCode),
      offerings: offeringsOf(notice, [order.offeringCode, ...(codes.get(order.id) ?? [])]),
      unitName,
      people: candidates.length,
      noticeId: notice.id,
      noticeTitle: notice.title.value,
      lines: standing.map(({ item, fen, source }) => ({ item, fen, source })),
      totalFen: order.totalFen,
      payBy: order.payBy,
      settledAt: order.settledAt,
      payee: payeeOf(payment?.payee ?? null),
      methods: methodsOf(payment, merchants.get(order.bodyId) ?? []),
      attempts: mine(attempts).map(({ id, method, state, createdAt }) => ({ id, method, state, createdAt })),
      receipts: mine(receipts).map((receipt) => ({
        id: receipt.id,
        method: receipt.method,
        state: receipt.state,
        amountFen: receipt.amountFen,
        paidOn: receipt.paidOn,
        reference: receiptWords.openIf(crypto, receipt, 'reference'),
        voucherUrl: receipt.voucherFileId === null ? null : ctx.ports.files.link(receipt.voucherFileId),
        reason: receiptWords.openIf(crypto, receipt, 'reason'),
      })),
      refunds: [
        ...mine(refunds).map((row) => ({ ...givenBack(row), reason: refundWords.openIf(crypto, row, 'reason') ?? '' })),
        ...mine(returns).map((row) => ({ ...givenBack(row), reason: returnWords.openIf(crypto, row, 'reason') ?? '' })),
      ],
      dueByHand: dueOf(crypto, mine(returns)),
      candidateName: payerWords(unitName, { first: about.get(first)?.name ?? '', count: candidates.length }),
      sessionId: order.eventId,
      sessionName: eventName,
      openedOn: dayAt(order.openedAt),
      undo: await undoOf(ctx, order, mine(receipts)),
    });
  }
  return views;
}

/** Each once: the first as the order has it, the others as the notice lists them. */
function offeringsOf(notice: Notice, [first = '', ...others]: readonly string[]): OrderView['offerings'] {
  const rest = notice.offerings.filter(({ code }) => code !== first && others.includes(code));
  return [first, ...rest.map(({ code }) => code)].map((code) => presentOffering({ notice }, code));
}

/** One order. */
export async function presentOrder(ctx: Pick<Context, 'h' | 'ports' | 'now'>, order: Order): Promise<StaffOrderView> {
  const [view] = await presentOrders(ctx, [order]);
  if (!view) throw new Error('an order without its view');
  return view;
}

/** The receipt that may be undone now, and who has asked for it. */
async function undoOf(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  order: Order,
  receipts: readonly Receipt[],
): Promise<StaffOrderView['undo']> {
  const receipt = receipts.find((one) => refuseUndoing(one, order, now.day) === null);
  if (!receipt) return null;
  const byId = receipt.undoAskedBy;
  if (byId === null) return { receiptId: receipt.id, asked: null };
  const byName = (await staffNamesOf(h, [byId])).get(byId) ?? '';
  const reason = receiptWords.openIf(ports.crypto, receipt, 'undoReason') ?? '';
  return { receiptId: receipt.id, asked: { byId, byName, reason } };
}

/** The names of the units that pay, by id. */
async function unitNamesOf(h: Context['h'], orders: readonly Order[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(orders.flatMap(({ unitId }) => unitId ?? []))) {
    const unit = await findUnit(h, id);
    if (unit) names.set(id, unit.name);
  }
  return names;
}

/** The ways through a merchant by which each body can take money. */
async function merchantsOf({ h }: Pick<Context, 'h'>, orders: readonly Order[]) {
  const able = new Map<string, ReturnType<typeof merchantMethodsOf>>();
  for (const bodyId of new Set(orders.map((order) => order.bodyId))) {
    const body = await findBody(h, bodyId);
    if (body) able.set(bodyId, merchantMethodsOf(body));
  }
  return able;
}

function payeeOf(payee: OrderView['payee']): OrderView['payee'] {
  if (payee === null) return null;
  const { name, taxNumber, address, phone, bank, account } = payee;
  return { name, taxNumber, address, phone, bank, account };
}

/** What waits to go back by hand, and where to. */
function dueOf(crypto: Context['ports']['crypto'], returns: readonly Return[]): OrderView['dueByHand'] {
  const waiting = returns.filter(({ state }) => state === 'requested');
  if (waiting.length === 0) return null;
  const [account = null] = waiting.flatMap((row) => presentAccount(crypto, row) ?? []);
  return { totalFen: sumFen(waiting.map(({ amountFen }) => amountFen)), account };
}

const givenBack = <T>({ id, amountFen, state }: { id: string; amountFen: Fen; state: T }) => ({ id, amountFen, state });
