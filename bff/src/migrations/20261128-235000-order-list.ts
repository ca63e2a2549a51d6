import { type Migration, int, nullable } from '../platform/db';

/** Where each order stands in the list of finance (a claimed transfer first), and the order of that list. */
export const orderList: Migration = {
  name: '20261128-235000-order-list',
  up: async (schema) => {
    await schema.addColumns('pay_order', { turn: nullable(int()) });
    await schema.run(
      `UPDATE pay_order SET turn = CASE state WHEN 'settled' THEN 2 WHEN 'lapsed' THEN 3 WHEN 'cancelled' THEN 4 ELSE
         CASE WHEN EXISTS (SELECT 1 FROM pay_receipt r WHERE r.order_id = pay_order.id AND r.state = 'claimed')
         THEN 0 ELSE 1 END END WHERE turn IS NULL`,
    );
    await schema.changeColumns('pay_order', { turn: int() });
    await schema.addKeys('pay_order', {
      index: { ix_pay_order_turn: ['bodyId', 'turn', 'id'], ix_pay_order_opened: ['bodyId', 'openedAt', 'id'] },
    });
    await schema.dropKeys('pay_order', ['ix_pay_order_body']);
  },
};
