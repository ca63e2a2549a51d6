import { type Migration, encrypted, instant, nullable } from '../platform/db';

/** Where money goes that goes back by hand, as the payer says. */
export const refundAccounts: Migration = {
  name: '20261130-093300-refund-accounts',
  up: (schema) =>
    schema.addColumns('pay_return', {
      holder: nullable(encrypted()),
      bank: nullable(encrypted()),
      number: nullable(encrypted()),
      accountAt: nullable(instant()),
    }),
};
