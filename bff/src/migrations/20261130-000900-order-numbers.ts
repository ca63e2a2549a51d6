import { dayAt } from '@jikaotong/shared/kernel';
import { orderNumber, orderSeriesOf } from '@jikaotong/shared/rules/numbering';
import { type Migration, instantFrom, nullable, text } from '../platform/db';

/** Orders get a number that people can say, those from before in the order in which they were opened. */
export const orderNumbers: Migration = {
  name: '20261130-000900-order-numbers',
  up: async (schema) => {
    await schema.addColumns('pay_order', { number: nullable(text(20)) });
    const orders = await schema.rows<{ id: string; body: string; opened: unknown; number: string | null }>(
      'SELECT id, body_id AS body, opened_at AS opened, number FROM pay_order ORDER BY id',
    );
    const last = new Map<string, number>();
    for (const { id, body, opened, number } of orders) {
      const openedOn = dayAt(instantFrom(opened));
      const counter = orderSeriesOf({ bodyId: body, openedOn });
      // the same order in, the same numbers out: a step that was cut off gives again what it gave
      const sequence = (last.get(counter) ?? 0) + 1;
      last.set(counter, sequence);
      if (number === null)
        await schema.run('UPDATE pay_order SET number = ? WHERE id = ? AND number IS NULL', [
          orderNumber(openedOn, sequence),
          id,
        ]);
    }
    for (const [counter, sequence] of last) {
      await schema.run('DELETE FROM number_counter WHERE id = ?', [counter]);
      await schema.run('INSERT INTO number_counter (id, last) VALUES (?, ?)', [counter, sequence]);
    }
    await schema.changeColumns('pay_order', { number: text(20) });
    await schema.addKeys('pay_order', { unique: { uq_pay_order_number: ['bodyId', 'number'] } });
  },
};
