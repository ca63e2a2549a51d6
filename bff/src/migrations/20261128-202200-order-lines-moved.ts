import { type Migration, ref } from '../platform/db';

/** One order no longer means one application. */
export const orderLinesMoved: Migration = {
  name: '20261128-202200-order-lines-moved',
  up: async (schema) => {
    await schema.changeColumns('pay_order_line', { candidateId: ref(), eventId: ref() });
    await schema.addKeys('pay_order_line', { index: { ix_pay_order_line_candidate: ['candidateId', 'orderId'] } });
    await schema.dropColumns('pay_order_line', ['applicationId']);
    await schema.dropKeys('pay_order', ['uq_pay_order_application']);
    await schema.dropColumns('pay_order', ['applicationId']);
    await schema.addKeys('pay_order', { unique: { uq_pay_order_open: ['openKey'] } });
  },
};
