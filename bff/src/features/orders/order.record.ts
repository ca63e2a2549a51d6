import type { OrderView } from '@jikaotong/shared/contract';
import type { Clause } from '@jikaotong/shared/kernel';
import type { FeeItem } from '@jikaotong/shared/notice';
import { type Row, day, fenAmount, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';

export type OrderState = OrderView['state'];

/** What one approved application owes; `payBy` null: no deadline. At most one per application. */
export const orderRecord = record(
  'pay_order',
  {
    id: id(),
    applicationId: ref(),
    accountId: ref(),
    bodyId: ref(),
    sessionId: ref(),
    noticeId: text(64),
    noticeVersion: int(),
    offeringCode: text(64),
    state: word<OrderState>(),
    totalFen: fenAmount(),
    payOpens: nullable(day()),
    payBy: nullable(day()),
    openedAt: instant(),
    settledAt: nullable(instant()),
    /** The attempt or receipt that settled it. */
    settledBy: nullable(ref()),
    endedAt: nullable(instant()),
  },
  {
    unique: { uq_pay_order_application: ['applicationId'] },
    index: {
      ix_pay_order_session: ['sessionId', 'state', 'openedAt'],
      ix_pay_order_body: ['bodyId', 'state', 'openedAt'],
      ix_pay_order_account: ['accountId'],
    },
  },
);
export type Order = Row<typeof orderRecord>;

/** One fee item of an order, with the words of the fee table it stands in. */
export const orderLineRecord = record(
  'pay_order_line',
  {
    id: id(),
    orderId: ref(),
    applicationId: ref(),
    position: int(),
    item: word<FeeItem>(),
    fen: fenAmount(),
    source: json<Clause>(),
  },
  {
    unique: { uq_pay_order_line: ['orderId', 'position'] },
    foreign: { fk_pay_order_line: { column: 'orderId', references: 'pay_order', onDelete: 'CASCADE' } },
  },
);
export type OrderLine = Row<typeof orderLineRecord>;
