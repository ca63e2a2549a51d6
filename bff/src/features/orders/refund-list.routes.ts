import { orders as contract } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import { yuanWords } from '@jikaotong/shared/words';
import { type Route, bodiesOf, download, refuse } from '../../platform/http';
import { writeSheet } from '../../platform/sheets';
import { presentDues } from './refund-list.presenter';
import { duesByHand } from './refund-list.repository';

const COLUMNS = [
  { key: 'name', header: '退给谁', kind: 'text', width: 20 },
  { key: 'phone', header: '手机号', kind: 'text', width: 16 },
  { key: 'about', header: '单位代缴的人', kind: 'text', width: 14 },
  { key: 'order', header: '单号', kind: 'text', width: 16 },
  { key: 'method', header: '缴费方式', kind: 'text', width: 14 },
  { key: 'paidOn', header: '收款日期', kind: 'text', width: 14 },
  { key: 'reference', header: '转账附言', kind: 'text', width: 26 },
  { key: 'amount', header: '退款金额（元）', kind: 'text', width: 16 },
  { key: 'holder', header: '收款户名', kind: 'text', width: 20 },
  { key: 'account', header: '收款账号', kind: 'text', width: 26 },
  { key: 'bank', header: '开户行', kind: 'text', width: 26 },
] as const;

/** What goes back by hand, for the bank: everything that is known of where the money came from. */
const list = download(contract.downloadRefundList, {
  find: async (ctx) => {
    const { id: bodyId } = ctx.input.params;
    if (!bodiesOf(ctx.actor, contract.downloadRefundList.who).includes(bodyId)) refuse('not-found');
    const { session: sessionId, reason } = ctx.input.query;
    const dues = await duesByHand(ctx.h, { bodyId, sessionId });
    if (dues.length === 0) refuse('no-refunds');
    ctx.audit('refund-list-exported', { bodyId }, { refunds: dues.length, reason });
    return presentDues(ctx, dues);
  },
  render: async (_outside, dues) => {
    const total = fen(dues.reduce((sum, due) => sum + due.fen, 0));
    return {
      bytes: await writeSheet({
        title: '退款清单',
        notes: [`共 ${dues.length} 笔，合计 ${yuanWords(total)}。退完后在“待核查事项”里选中这些，一起登记退款。`],
        columns: COLUMNS,
        rows: dues.map(({ fen: sum, ...due }) => ({
          ...due,
          amount: (sum / 100).toFixed(2),
        })),
      }),
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: '退款清单.xlsx',
    };
  },
});

export const routes: Route[] = [list];
