import { MOST_RECEIPTS, orders as contract } from '@jikaotong/shared/contract';
import { addDays, instantAt, timeAt, timeOfDay } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import type { Now } from '../../platform/clock';
import { type Ports, type Route, bodiesOf, download, pdfFile, refuse, refuseWhen } from '../../platform/http';
import type { PrintedReceipt } from '../../platform/pdf';
import { findBody } from '../bodies';
import { refuseReceiptOf } from './order.policy';
import { findOwnOrder, settledOrders } from './order.repository';
import { receiptsOfOrders } from './printed-receipt';

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
    if (found.length === 0) refuse('nothing-to-print', { of: 'receipts' });
    if (found.length > MOST_RECEIPTS) refuse('too-many-to-print', { most: MOST_RECEIPTS });
    ctx.audit('receipts-printed', { bodyId: params.id }, { receipts: found.length });
    return {
      body: (await findBody(ctx.h, params.id))?.name ?? '',
      foot: `${nowWords(ctx.now)} 打印`,
      receipts: await receiptsOfOrders(ctx, found),
    };
  },
  render: draw,
});

const own = download(contract.downloadReceipt, {
  find: async (ctx) => {
    const order = (await findOwnOrder(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
    refuseWhen(refuseReceiptOf(order));
    return {
      body: (await findBody(ctx.h, order.bodyId))?.name ?? '',
      foot: `${nowWords(ctx.now)} 由交款人下载`,
      receipts: await receiptsOfOrders(ctx, [order]),
    };
  },
  render: draw,
});

export const routes: Route[] = [print, own];

const nowWords = ({ day, ms }: Now): string => `${fullDayWords(day)} ${timeAt(ms)}`;

type Drawn = { readonly body: string; readonly foot: string; readonly receipts: readonly PrintedReceipt[] };

async function draw({ ports: { pdf } }: { readonly ports: Ports }, { body, foot, receipts }: Drawn) {
  const title = '收据';
  const document = { print: 'receipts' as const, title, body, exam: '', foot, receipts };
  return pdfFile(title, await pdf.renderPrint(document, new Map()));
}
