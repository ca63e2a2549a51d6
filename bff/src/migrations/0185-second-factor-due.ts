import { type Migration, instant, nullable } from '../platform/db';

/** Whoever lost a second factor and had it taken away owes a new one. */
export const secondFactorDue: Migration = {
  name: '0185-second-factor-due',
  up: (schema) => schema.addColumns('account', { totpDueSince: nullable(instant()) }),
};
