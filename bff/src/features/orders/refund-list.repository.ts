import type { Handle } from '../../platform/db';
import { placeholders } from '../../platform/db';

/** One sum that goes back by hand. */
export type DueByHand = {
  readonly caseId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly receiptId: string;
  readonly candidateId: string | null;
  readonly name: string | null;
  /** The unit that has paid, which gets it back. */
  readonly unitId: string | null;
  readonly amountFen: number | string;
  readonly method: string;
  readonly paidOn: string;
};

/** What waits to go back by hand in a body, or of one session: the longest open first. */
export const duesByHand = (
  h: Handle,
  { bodyId, sessionId }: { readonly bodyId: string; readonly sessionId: string | undefined },
): Promise<DueByHand[]> =>
  h.query<DueByHand>(
    `SELECT k.id AS caseId, t.order_id AS orderId, o.number AS orderNumber, t.receipt_id AS receiptId, k.candidate_id AS candidateId,
       c.name AS name, o.unit_id AS unitId, t.amount_fen AS amountFen, m.method AS method, CAST(m.paid_on AS CHAR) AS paidOn
     FROM open_case k
     JOIN pay_return t ON t.case_id = k.id
     JOIN pay_receipt m ON m.id = t.receipt_id
     JOIN pay_order o ON o.id = t.order_id
     LEFT JOIN candidate c ON c.id = k.candidate_id
     WHERE k.body_id = ? AND k.state = 'open' AND t.state IN (${placeholders(['requested'])})
       ${sessionId === undefined ? '' : 'AND EXISTS (SELECT 1 FROM participant p WHERE p.candidate_id = k.candidate_id AND p.event_id = ?)'}
     ORDER BY k.opened_at, k.id`,
    sessionId === undefined ? [bodyId, 'requested'] : [bodyId, 'requested', sessionId],
  );
