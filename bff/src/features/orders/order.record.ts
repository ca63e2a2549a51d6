import type { OrderView } from '@jikaotong/shared/contract';
import type { Clause } from '@jikaotong/shared/kernel';
import type { FeeItem } from '@jikaotong/shared/notice';
import { type Row, day, fenAmount, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';

export type OrderState = OrderView['state'];

/** What somebody owes for the candidates and events that its lines name; `payBy` null: no deadline. */
export const orderRecord = record(
  'pay_order',
  {
    id: id(),
    /** What it is called when people speak of it: `261123-0042-8` (rules/numbering); unique within its body. */
    number: text(20),
    accountId: nullable(ref()),
    unitId: nullable(ref()),
    bodyId: ref(),
    /** Where its candidates stood when it was opened; one who went on elsewhere since took the lines along. */
    eventId: ref(),
    noticeId: text(64),
    noticeVersion: int(),
    /** The first candidate's. */
    offeringCode: text(64),
    state: word<OrderState>(),
    /** Whose turn it is in the list of finance: a number of `TURNS`. */
    turn: int(),
    /** What its standing lines come to. */
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
    unique: { uq_pay_order_number: ['bodyId', 'number'] },
    index: {
      ix_pay_order_event: ['eventId', 'state', 'openedAt'],
      ix_pay_order_turn: ['bodyId', 'turn', 'id'],
      ix_pay_order_opened: ['bodyId', 'openedAt', 'id'],
      ix_pay_order_account: ['accountId'],
      ix_pay_order_unit: ['unitId'],
    },
  },
);
export type Order = Row<typeof orderRecord>;

/**
 * Who pays: an account or a unit, never both. Nobody yet where a candidate without an account came to the counter, which
 * takes the money.
 */
export type Payer =
  | { readonly accountId: string; readonly unitId: null }
  | { readonly accountId: null; readonly unitId: string }
  | { readonly accountId: null; readonly unitId: null };

export function payerOf({ id, accountId, unitId }: Pick<Order, 'id' | 'accountId' | 'unitId'>): Payer {
  if (unitId === null) return accountId === null ? { accountId, unitId } : { accountId, unitId };
  if (accountId !== null) throw new Error(`order ${id} has two who pay`);
  return { accountId, unitId };
}

/**
 * One fee item of an order for one candidate and event, with the words of the fee table it stands in. The first line of
 * each candidate holds an `openKey` while it counts (open or settled), so that nobody owes twice for one event.
 */
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
    openKey: nullable(text(120)),
    /** When its candidate left the order while others stayed: not owed any more, or given back. */
    endedAt: nullable(instant()),
  },
  {
    unique: { uq_pay_order_line: ['orderId', 'position'], uq_pay_order_line_open: ['openKey'] },
    index: { ix_pay_order_line_candidate: ['candidateId', 'orderId'] },
    foreign: { fk_pay_order_line: { column: 'orderId', references: 'pay_order', onDelete: 'CASCADE' } },
  },
);
export type OrderLine = Row<typeof orderLineRecord>;
