import { fenOfYuan } from '@jikaotong/shared/kernel';
import { ORDER_STANDINGS, type orderList } from '@jikaotong/shared/lists';
import { ATTEMPT_PAYS_BY } from '@jikaotong/shared/rules/fees';
import { readOrderNumber } from '@jikaotong/shared/rules/numbering';
import { type Condition, type ListSource, type SealedSource, among, anyOf } from '../../platform/lists';
import { phoneCell } from '../candidates';
import { eventNamesOf, offeringNamesOfBody } from '../sessions';
import { TURNS } from './order.states';

type Source = ListSource<(typeof orderList)['columns'], (typeof orderList)['filters']>;

/** The standing lines of the order at hand, each with its candidate `c`. */
const LINES = `FROM pay_order_line n JOIN candidate c ON c.id = n.candidate_id
  WHERE n.order_id = o.id AND n.ended_at IS NULL`;

/** The phone of the first candidate, found by that of any. */
const phoneOfAny: SealedSource = {
  ...phoneCell,
  found: (crypto, value) => {
    const one = phoneCell.found?.(crypto, value) ?? null;
    return one && { sql: `EXISTS (SELECT 1 ${LINES} AND (${one.sql}))`, params: one.params };
  },
};

const ATTEMPT_METHOD = `CASE y.method ${Object.entries(ATTEMPT_PAYS_BY)
  .map(([attempt, method]) => `WHEN '${attempt}' THEN '${method}'`)
  .join(' ')} END`;

const STANDING = `CASE o.turn ${ORDER_STANDINGS.map((one) => `WHEN ${TURNS[one]} THEN '${one}'`).join(' ')} END`;
const turnsOf = (codes: readonly string[]) =>
  ORDER_STANDINGS.flatMap((one) => (codes.includes(one) ? [TURNS[one]] : []));

/**
 * By its number, whole or by its last digits; what stands on a bill of WeChat, or on a receipt from before there were
 * numbers, names the attempt or the order itself.
 */
function numbered(word: string): Condition | null {
  const whole = readOrderNumber(word);
  if (whole !== null) return { sql: 'o.number = ?', params: [whole] };
  const digits = word.replaceAll('-', '');
  const ends: Condition[] = /^\d{4,12}$/.test(digits)
    ? [{ sql: "REPLACE(o.number, '-', '') LIKE ?", params: [`%${digits}`] }]
    : [];
  // the last four digits of a phone stand in many of them by chance
  const ids: Condition[] = /^[\da-z-]{8,40}$/i.test(word)
    ? [
        {
          sql: `LOWER(CONCAT(o.id, ',', COALESCE((SELECT GROUP_CONCAT(a.out_trade_no) FROM pay_attempt a
                WHERE a.order_id = o.id), ''))) LIKE ?`,
          params: [`%${word.toLowerCase()}%`],
        },
      ]
    : [];
  const all = [...ends, ...ids];
  return all.length === 0 ? null : anyOf(all);
}

/** By its sum in yuan: `153`, `153.5`, `153元`; digits that begin with 0 are the end of a number. */
function amounts(word: string): Condition | null {
  const sum = /^[¥￥]?0/.test(word) ? null : fenOfYuan(word);
  return sum === null ? null : { sql: 'o.total_fen = ?', params: [sum] };
}

/** What is owed to a body; the first candidate who has not left stands for all. */
export const orderSource = {
  table: 'pay_order o',
  joins: `JOIN pay_order_line l ON l.order_id = o.id AND l.position =
            (SELECT MIN(f.position) FROM pay_order_line f WHERE f.order_id = o.id AND f.ended_at IS NULL)
          JOIN candidate c ON c.id = l.candidate_id
          LEFT JOIN unit u ON u.id = o.unit_id`,
  indexes: { standing: 'ix_pay_order_turn', openedAt: 'ix_pay_order_opened' },
  within: 'o.body_id',
  id: 'o.id',
  version: 'o.turn',
  cells: {
    // who paid may be erased before the voucher of the payment is
    name: "COALESCE(c.name, '')",
    unit: 'u.name',
    candidates: `(SELECT COUNT(DISTINCT n.candidate_id) FROM pay_order_line n
                  WHERE n.order_id = o.id AND n.ended_at IS NULL)`,
    session: 'o.event_id',
    offering: "CONCAT(o.notice_id, '/', o.notice_version, '/', o.offering_code)",
    standing: STANDING,
    totalFen: 'o.total_fen',
    openedAt: 'o.opened_at',
    payBy: 'o.pay_by',
    settledAt: 'o.settled_at',
    phone: phoneOfAny,
    number: 'o.number',
    method: `COALESCE((SELECT r.method FROM pay_receipt r WHERE r.id = o.settled_by),
      (SELECT ${ATTEMPT_METHOD} FROM pay_attempt y WHERE y.id = o.settled_by))`,
  },
  sorts: { standing: 'o.turn' },
  searches: {
    name: { expr: `(SELECT GROUP_CONCAT(c.name) ${LINES})` },
    number: { found: numbered },
    totalFen: { found: amounts },
  },
  sums: { settled: { expr: "CASE WHEN o.state = 'settled' THEN o.total_fen ELSE 0 END", besides: 'standing' } },
  names: { session: eventNamesOf, offering: offeringNamesOfBody },
  filters: { standing: (wish) => among('o.turn', turnsOf(wish.by === 'codes' ? wish.codes : [])) },
} satisfies Omit<Source, 'acts'>;
