import { type Migration, fenAmount, nullable, ref } from '../platform/db';

/** The place of each candidate is held by a line, and a case by each refund; every new key has a name of its own. */
export const sharedOrdersMoved: Migration = {
  name: '20261128-221100-shared-orders-moved',
  up: async (schema) => {
    await schema.dropKeys('pay_order', ['uq_pay_order_open', 'ix_pay_order_session']);
    await schema.dropColumns('pay_order', ['openKey']);
    await schema.renameColumn('pay_order', 'sessionId', 'eventId');
    await schema.changeColumns('pay_order', { accountId: nullable(ref()) });
    await schema.addKeys('pay_order', {
      index: { ix_pay_order_event: ['eventId', 'state', 'openedAt'], ix_pay_order_unit: ['unitId'] },
    });
    await schema.addKeys('pay_order_line', { unique: { uq_pay_order_line_open: ['openKey'] } });

    await schema.changeColumns('pay_attempt', { refundFen: fenAmount() });
    await schema.changeColumns('pay_receipt', { returnFen: fenAmount() });
    await schema.changeColumns('pay_refund', { requestedBy: nullable(ref()) });
    // a foreign key wants an index of its column at all times: the new one comes before the old one goes
    await schema.addKeys('pay_refund', {
      unique: { uq_pay_refund_case: ['caseId'] },
      index: { ix_pay_refund_attempt: ['attemptId'] },
    });
    await schema.dropKeys('pay_refund', ['uq_pay_refund_attempt']);
    await schema.addKeys('pay_return', {
      unique: { uq_pay_return_case: ['caseId'] },
      index: { ix_pay_return_receipt: ['receiptId'] },
    });
    await schema.dropKeys('pay_return', ['uq_pay_return_receipt']);
  },
};
