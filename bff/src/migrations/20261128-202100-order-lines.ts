import { type Migration, nullable, ref, text } from '../platform/db';

/** Each line of an order names the candidate and the event it pays for; an order that counts has a key of its own. */
export const orderLines: Migration = {
  name: '20261128-202100-order-lines',
  up: async (schema) => {
    await schema.addColumns('pay_order', { openKey: nullable(text(120)) });
    await schema.addColumns('pay_order_line', { candidateId: nullable(ref()), eventId: nullable(ref()) });
    const key =
      schema.dialect === 'mysql' ? "CONCAT(application_id, ':', session_id)" : "application_id || ':' || session_id";
    await schema.run(`UPDATE pay_order SET open_key = ${key} WHERE open_key IS NULL AND state IN ('open', 'settled')`);
    await schema.run(
      `UPDATE pay_order_line SET candidate_id = application_id,
       event_id = (SELECT o.session_id FROM pay_order o WHERE o.id = pay_order_line.order_id) WHERE candidate_id IS NULL`,
    );
  },
};
