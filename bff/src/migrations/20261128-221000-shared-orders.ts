import { type Migration, fenAmount, instant, nullable, ref, text } from '../platform/db';

/** An order may be paid by a unit, for several candidates of whom one may leave, and money may go back in parts. */
export const sharedOrders: Migration = {
  name: '20261128-221000-shared-orders',
  up: async (schema) => {
    await schema.addColumns('pay_order', { unitId: nullable(ref()) });
    await schema.addColumns('pay_order_line', { openKey: nullable(text(120)), endedAt: nullable(instant()) });
    // every order of before is for one candidate: its first line holds the place
    await schema.run(
      `UPDATE pay_order_line SET open_key = (SELECT o.open_key FROM pay_order o WHERE o.id = pay_order_line.order_id)
       WHERE position = 0 AND open_key IS NULL`,
    );
    await schema.addColumns('pay_attempt', { refundFen: nullable(fenAmount()) });
    await schema.run(
      `UPDATE pay_attempt SET refund_fen =
         COALESCE((SELECT SUM(r.amount_fen) FROM pay_refund r WHERE r.attempt_id = pay_attempt.id), 0)
       WHERE refund_fen IS NULL`,
    );
    await schema.addColumns('pay_receipt', { returnFen: nullable(fenAmount()) });
    // one that failed had nothing to give back: its transfer was never seen
    await schema.run(
      `UPDATE pay_receipt SET return_fen = COALESCE(
         (SELECT SUM(r.amount_fen) FROM pay_return r WHERE r.receipt_id = pay_receipt.id AND r.state <> 'failed'), 0)
       WHERE return_fen IS NULL`,
    );
  },
};
