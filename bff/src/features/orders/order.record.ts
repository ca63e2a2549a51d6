import type { OrderView } from '@jikaotong/shared/contract';
import type { Clause } from '@jikaotong/shared/kernel';
import type { FeeItem } from '@jikaotong/shared/notice';
import { type Row, day, fenAmount, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';

export type OrderState = OrderView['state'];

/**
 * What somebody owes for the candidates and events that its lines name; `payBy` null: no deadline. `openKey` stands while
 * it counts (open or settled), so that nothing is owed twice, and is null once it ended.
 */
export const orderRecord = record(
  'pay_order',
  {
    id: id(),
    openKey: nullable(text(120)),
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
    unique: { uq_pay_order_open: ['openKey'] },
    index: {
      ix_pay_order_session: ['sessionId', 'state', 'openedAt'],
      ix_pay_order_body: ['bodyId', 'state', 'openedAt'],
      ix_pay_order_account: ['accountId'],
    },
  },
);
export type Order = Row<typeof orderRecord>;

/** One fee item of an order for one candidate and event, with the words of the fee table it stands in. */
export const orderLineRecord = record(
  'pay_order_line',
  {
    id: id(),
    orderId: ref(),
    candidateId: ref(),
    eventId: ref(),
    position: int(),
    item: word<FeeItem>(),
    fen: fenAmount(),
    source: json<Clause>(),
  },
  {
    unique: { uq_pay_order_line: ['orderId', 'position'] },
    index: { ix_pay_order_line_candidate: ['candidateId', 'orderId'] },
    foreign: { fk_pay_order_line: { column: 'orderId', references: 'pay_order', onDelete: 'CASCADE' } },
  },
);
export type OrderLine = Row<typeof orderLineRecord>;
