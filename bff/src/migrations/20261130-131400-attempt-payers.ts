import { type Migration, nullable, ref } from '../platform/db';

/** Whose account began an attempt to pay: of a unit's order any of its agents may. */
export const attemptPayers: Migration = {
  name: '20261130-131400-attempt-payers',
  up: async (schema) => {
    await schema.addColumns('pay_attempt', { begunBy: nullable(ref()) });
  },
};
