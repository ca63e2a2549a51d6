import { dayAt, fen, sumFen } from '@jikaotong/shared/kernel';
import { ATTEMPT_PAYS_BY, groupedLines, refundStatesThatAre } from '@jikaotong/shared/rules/fees';
import {
  feeItemWord,
  fullDayWords,
  offeringWords,
  paymentMethodWord,
  yuanCapitals,
  yuanWords,
} from '@jikaotong/shared/words';
import type { PrintedReceipt } from '../../platform/pdf';
import { staffNamesOf } from '../accounts';
import { presentOrders } from './order.presenter';
import type { Order } from './order.record';
import { attemptsOf, receiptsOf } from './payment.repository';

/** Each as it is handed out; by whom and how, says what settled it. */
export async function receiptsOfOrders(
  ctx: Parameters<typeof presentOrders>[0],
  found: readonly Order[],
): Promise<PrintedReceipt[]> {
  const ids = found.map(({ id }) => id);
  const receipts = new Map((await receiptsOf(ctx.h, ids)).map((one) => [one.id, one]));
  const attempts = new Map((await attemptsOf(ctx.h, ids)).map((one) => [one.id, one]));
  const names = await staffNamesOf(
    ctx.h,
    [...receipts.values()].flatMap(({ decidedBy }) => decidedBy ?? []),
  );
  const settledBy = new Map(found.map(({ id, settledBy: by }) => [id, by ?? '']));
  return (await presentOrders(ctx, found)).map((order) => {
    const by = settledBy.get(order.id) ?? '';
    const receipt = receipts.get(by);
    const attempt = attempts.get(by);
    const wentBack = sumFen(
      order.refunds.filter(({ state }) => refundStatesThatAre('back').includes(state)).map((one) => one.amountFen),
    );
    const method = receipt?.method ?? (attempt && ATTEMPT_PAYS_BY[attempt.method]);
    return {
      number: order.number,
      day: fullDayWords(receipt?.paidOn ?? dayAt(order.settledAt ?? ctx.now.ms)),
      payer: order.candidateName,
      about: [order.sessionName, order.offerings.map(offeringWords).join('、')],
      lines: groupedLines(order.lines).map(({ item, fen: each, count }) => ({
        item: count === 1 ? feeItemWord(item) : `${feeItemWord(item)}　${yuanWords(each)} × ${count} 人`,
        yuan: yuanWords(fen(each * count)),
      })),
      total: yuanWords(order.totalFen),
      capitals: yuanCapitals(order.totalFen),
      method: method ? paymentMethodWord(method) : '',
      returned: wentBack === 0 ? '' : `另有 ${yuanWords(wentBack)} 已退回或正在退回，不在本收据之内。`,
      by: names.get(receipt?.decidedBy ?? '') ?? '',
    };
  });
}
