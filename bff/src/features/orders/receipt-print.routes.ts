import { MOST_RECEIPTS, orders as contract } from '@jikaotong/shared/contract';
import { addDays, instantAt, timeAt, timeOfDay } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import { type Route, bodiesOf, download, pdfFile, refuse } from '../../platform/http';
import { findBody } from '../bodies';
import { settledOrders } from './order.repository';
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
      foot: `${fullDayWords(ctx.now.day)} ${timeAt(ctx.now.ms)} 打印`,
      receipts: await receiptsOfOrders(ctx, found),
    };
  },
  render: async ({ ports: { pdf } }, { body, foot, receipts }) => {
    const title = '收据';
    return pdfFile(
      title,
      await pdf.renderPrint({ print: 'receipts', title, body, exam: '', foot, receipts }, new Map()),
    );
  },
});

export const routes: Route[] = [print];
