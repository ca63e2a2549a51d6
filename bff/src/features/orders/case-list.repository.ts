import { casesAbout } from '@jikaotong/shared/contract';
import type { moneyCaseList, peopleCaseList } from '@jikaotong/shared/lists';
import { ATTEMPT_PAYS_BY } from '@jikaotong/shared/rules/fees';
import type { ListSource } from '../../platform/lists';
import { documentNumberCell, phoneCell } from '../candidates';
import { eventNamesOf } from '../sessions';

type People = ListSource<(typeof peopleCaseList)['columns'], (typeof peopleCaseList)['filters']>;
type Money = ListSource<(typeof moneyCaseList)['columns'], (typeof moneyCaseList)['filters']>;

/** Of an order of several: who stands in its first line. */
const FIRST_NAME = `(SELECT d.name FROM pay_order_line n JOIN candidate d ON d.id = n.candidate_id
  WHERE n.order_id = k.order_id
    AND n.position = (SELECT MIN(f.position) FROM pay_order_line f WHERE f.order_id = k.order_id))`;
/** Where the candidate stands, else what the order is for. */
const EVENT = `COALESCE(
  (SELECT q.event_id FROM participant q
   WHERE q.id = (SELECT MIN(r.id) FROM participant r WHERE r.candidate_id = k.candidate_id)),
  (SELECT o.event_id FROM pay_order o WHERE o.id = k.order_id))`;
const REFUND = `COALESCE((SELECT t.state FROM pay_return t WHERE t.case_id = k.id),
                         (SELECT r.state FROM pay_refund r WHERE r.case_id = k.id))`;

/** As `methodsOfCases` says. */
const METHOD = `COALESCE(
  (SELECT CASE a.method ${Object.entries(ATTEMPT_PAYS_BY)
    .map(([method, way]) => `WHEN '${method}' THEN '${way}'`)
    .join(' ')} END FROM pay_attempt a WHERE a.id = k.attempt_id),
  (SELECT m.method FROM pay_return t JOIN pay_receipt m ON m.id = t.receipt_id WHERE t.case_id = k.id))`;

const kindIn = (about: 'people' | 'money'): string =>
  `k.kind IN (${casesAbout(about)
    .map((kind) => `'${kind}'`)
    .join(', ')})`;

const common = {
  table: 'open_case k',
  joins: 'LEFT JOIN candidate c ON c.id = k.candidate_id',
  indexes: { openedAt: 'ix_open_case_body' },
  within: 'k.body_id',
  id: 'k.id',
  version: "CASE k.state WHEN 'open' THEN 0 ELSE 1 END",
  names: { session: eventNamesOf },
};
const cells = {
  kind: 'k.kind',
  name: `COALESCE(c.name, ${FIRST_NAME})`,
  session: EVENT,
  openedAt: 'k.opened_at',
  state: 'k.state',
  phone: phoneCell,
  resolvedAt: 'k.resolved_at',
  resolution: { sealed: 'k.resolution', row: 'k.id', place: { table: 'open_case', column: 'resolution' } },
};

/** What reviewers decide in a body. */
export const peopleCaseSource = {
  ...common,
  always: kindIn('people'),
  cells: { ...cells, documentNumber: documentNumberCell },
} satisfies Omit<People, 'acts'>;

/** What finance decides in a body. */
export const moneyCaseSource = {
  ...common,
  always: kindIn('money'),
  cells: {
    ...cells,
    amountFen: 'k.amount_fen',
    refund: REFUND,
    method: METHOD,
    asked: `CASE WHEN k.state = 'open' AND k.refund_asked_by IS NOT NULL THEN 1 ELSE 0 END`,
  },
} satisfies Omit<Money, 'acts'>;
