import { MOST_RECEIPTS, orders as contract } from '@jikaotong/shared/contract';
import { addDays, dayAt, instantAt, timeAt, timeOfDay } from '@jikaotong/shared/kernel';
import { ATTEMPT_PAYS_BY } from '@jikaotong/shared/rules/fees';
import {
  feeItemWord,
  fullDayWords,
  offeringWords,
  paymentMethodWord,
  yuanCapitals,
  yuanWords,
} from '@jikaotong/shared/words';
import { type Route, bodiesOf, download, refuse } from '../../platform/http';
import type { PrintedReceipt } from '../../platform/pdf';
import { staffNamesOf } from '../accounts';
import { findBody } from '../bodies';
import { presentOrders } from './order.presenter';
import type { Order } from './order.record';
import { settledOrders } from './order.repository';
import { attemptsOf, receiptsOf } from './payment.repository';

const print = download(contract.printReceipts, {
  find: async (ctx) => {
    const { params, query } = ctx.input;
    if (!bodiesOf(ctx.actor, contract.printReceipts.who).includes(params.id)) refuse('not-found');
    const midnight = timeOfDay('00:00');
    const wanted = {
      bodyId: params.id,
      id: query.order,
      eventId: query.session,
      fromMs: query.from === undefined ? 0 : instantAt(query.from, midnight),
      toMs: query.to === undefined ? ctx.now.ms : instantAt(addDays(query.to, 1), midnight) - 1,
    };
    const found = await settledOrders(ctx.h, wanted, MOST_RECEIPTS + 1);
    if (found.length === 0) refuse('nothing-to-print');
    if (found.length > MOST_RECEIPTS) refuse('too-many-to-print', { most: MOST_RECEIPTS });
    ctx.audit('receipts-printed', { bodyId: params.id }, { receipts: found.length });
    return {
      body: (await findBody(ctx.h, params.id))?.name ?? '',
      foot: `${fullDayWords(ctx.now.day)} ${timeAt(ctx.now.ms)} 打印`,
      receipts: await receiptsOfOrders(ctx, found),
    };
  },
  render: async ({ ports: { pdf } }, { body, foot, receipts }) => {
    const title = '收据';
    const drawn = await pdf.renderPrint({ print: 'receipts', title, body, exam: '', foot, receipts }, new Map());
    if (!drawn.ok) return refuse('too-many-requests', { retryInSeconds: 20 });
    return { bytes: drawn.value, type: 'application/pdf', name: `${title}.pdf` };
  },
});

export const routes: Route[] = [print];

/** Each as it is handed out; by whom and how, says what settled it. */
async function receiptsOfOrders(
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
    const method = receipt?.method ?? (attempt && ATTEMPT_PAYS_BY[attempt.method]);
    return {
      number: order.id,
      day: fullDayWords(receipt?.paidOn ?? dayAt(order.settledAt ?? ctx.now.ms)),
      payer: order.candidateName,
      about: [order.sessionName, offeringWords(order.offering)],
      lines: order.lines.map(({ item, fen }) => ({ item: feeItemWord(item), yuan: yuanWords(fen) })),
      total: yuanWords(order.totalFen),
      capitals: yuanCapitals(order.totalFen),
      method: method ? paymentMethodWord(method) : '',
      by: names.get(receipt?.decidedBy ?? '') ?? '',
    };
  });
}
