import { beijingDay, readable } from './beijing';
import type { SandboxMerchant } from './secrets';
import type { SandboxOrder, SandboxRefund, SandboxState } from './state';

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const FOOTER = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** The trade bill of one Beijing day in WeChat's own CSV (a backtick before each value, amounts in yuan); null without trade. */
export function tradeBill(state: SandboxState, merchant: SandboxMerchant, day: string): string | null {
  const paid = state.orders.filter(
    (order) => order.mchid === merchant.mchid && order.paidMs !== null && beijingDay(order.paidMs) === day,
  );
  const refunded = state.refunds.flatMap((refund) => {
    const order = state.orders.find((each) => each.mchid === refund.mchid && each.outTradeNo === refund.outTradeNo);
    return order && refund.mchid === merchant.mchid && beijingDay(refund.createdMs) === day ? [{ order, refund }] : [];
  });
  if (paid.length + refunded.length === 0) return null;
  const rows = [
    ...paid.map((order) => ({ atMs: order.paidMs ?? 0, line: tradeLine(order, null) })),
    ...refunded.map(({ order, refund }) => ({ atMs: refund.createdMs, line: tradeLine(order, refund) })),
  ].toSorted((a, b) => a.atMs - b.atMs);
  const paidFen = paid.reduce((sum, order) => sum + order.totalFen, 0);
  const refundFen = refunded.reduce((sum, { refund }) => sum + refund.refundFen, 0);
  const totals = [
    String(rows.length),
    yuan(paidFen),
    yuan(refundFen),
    '0.00',
    '0.00000',
    yuan(paidFen),
    yuan(refundFen),
  ];
  return `${[HEADER, ...rows.map((row) => row.line), FOOTER, quoted(totals)].join('\r\n')}\r\n`;
}

function tradeLine(order: SandboxOrder, refund: SandboxRefund | null): string {
  return quoted([
    readable(refund ? refund.createdMs : (order.paidMs ?? 0)),
    order.appid,
    order.mchid,
    '0',
    '',
    order.transactionId ?? '',
    order.outTradeNo,
    order.openid ?? '',
    order.kind,
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    'CNY',
    refund ? '0.00' : yuan(order.totalFen),
    '0.00',
    refund ? refund.refundId : '0',
    refund ? refund.outRefundNo : '0',
    refund ? yuan(refund.refundFen) : '0.00',
    '0.00',
    refund ? 'ORIGINAL' : '',
    refund ? refund.status : '',
    order.description,
    order.attach ?? '',
    '0.00000',
    '0.00%',
    refund ? '0.00' : yuan(order.totalFen),
    refund ? yuan(refund.refundFen) : '0.00',
    '',
  ]);
}

/** Commas inside a value would shift the columns; WeChat replaces them too. */
const quoted = (values: readonly string[]): string =>
  values.map((value) => `\`${value.replace(/[,\r\n]/g, ' ')}`).join(',');

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
