import type { Fen } from '../kernel';
import type { OrderStanding } from '../lists';
import type { FeeItem, PaymentMethod } from '../notice';
import type { AttemptMethod, AttemptState, PayMethod, ReceiptState, RefundState } from '../rules/fees';
import type { OrderState } from '../rules/progress';
import { type Data, numberIn, wordOf } from './table';

/** `280.00元`. */
export const yuanWords = (amount: Fen): string => yuanOf(amount);

/** The amount as receipts write it in capitals: 28000 → `贰佰捌拾元整`. */
export function yuanCapitals(amount: Fen): string {
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor((amount % 100) / 10);
  const cents = amount % 10;
  const whole = yuan === 0 ? '' : `${capitalsOf(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${whole || '零元'}整`;
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${DIGITS[jiao] ?? ''}角`;
  return `${whole}${tenths}${cents === 0 ? '整' : `${DIGITS[cents] ?? ''}分`}`;
}
const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** A whole number above zero; zeros in a row are read as one, those at the end of a group not at all. */
function capitalsOf(whole: number): string {
  const digits = [...String(whole)].map(Number);
  let said = '';
  let zeros = false;
  let inGroup = false;
  for (const [at, digit] of digits.entries()) {
    const place = digits.length - 1 - at;
    if (digit === 0) zeros = said !== '';
    else {
      said += `${zeros ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[place % 4] ?? ''}`;
      zeros = false;
      inGroup = true;
    }
    if (place % 4 === 0 && inGroup) {
      said += GROUPS[place / 4] ?? '';
      inGroup = false;
    }
  }
  return said;
}

/** The amount in fen under a key. */
export const yuanIn = (data: Data, key: string): string => yuanOf(numberIn(data, key));

const yuanOf = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`;

/** Who pays an order: a unit with how many it pays for, or whom the order is for. */
export const payerWords = (unitName: string | null, { first, count }: { first: string; count: number }): string =>
  unitName === null ? candidatesWord(first, count) : `${unitName}（共 ${count} 人）`;

/** Whom an order is for: the name of one, the first of several and how many. */
export const candidatesWord = (first: string, count: number): string => (count > 1 ? `${first}等${count}人` : first);

/** 理论知识 · 操作技能 · 综合评审 · 材料费. */
export const feeItemWord = wordOf<FeeItem>({
  theory: '理论知识',
  skill: '操作技能',
  review: '综合评审',
  material: '材料费',
});

/** The ways to pay, as notices and as orders name them. */
export const paymentMethodWord = wordOf<PayMethod | AttemptMethod | PaymentMethod['method']>({
  online: '在线支付',
  'bank-transfer': '银行转账',
  wechat: '微信支付',
  jsapi: '微信支付',
  h5: '网页支付',
  transfer: '银行转账',
  cheque: '支票（现场）',
  cash: '现金（现场）',
});

/** The same in a narrow column: who signs there is at the counter anyway. */
export const shortMethodWord = (method: Parameters<typeof paymentMethodWord>[0]): string =>
  paymentMethodWord(method).replace('（现场）', '');

export const orderStateWord = wordOf<OrderState>({
  open: '待缴费',
  settled: '已缴清',
  lapsed: '已过期',
  cancelled: '已取消',
});

/** An open order with a transfer that waits for a look stands for itself in lists. */
export const orderStandingWord = wordOf<OrderStanding>({
  claimed: '转账待核对',
  open: orderStateWord('open'),
  settled: orderStateWord('settled'),
  lapsed: orderStateWord('lapsed'),
  cancelled: orderStateWord('cancelled'),
});

export const attemptStateWord = wordOf<AttemptState>({
  created: '已创建',
  prepaid: '等待支付',
  succeeded: '支付成功',
  closed: '已关闭',
  failed: '支付失败',
});

export const receiptStateWord = wordOf<ReceiptState>({
  claimed: '待核对',
  confirmed: '已到账',
  refused: '未通过',
  undone: '登记已撤销',
});

export const refundStateWord = wordOf<RefundState>({
  requested: '已申请',
  approved: '已同意',
  processing: '退款中',
  succeeded: '已退款',
  failed: '退款失败',
});
