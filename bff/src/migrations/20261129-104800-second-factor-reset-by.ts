import { type Migration, nullable, ref } from '../platform/db';

/** Who took somebody's second factor away: the same one may not give the password anew as well. */
export const secondFactorResetBy: Migration = {
  name: '20261129-104800-second-factor-reset-by',
  up: (schema) => schema.addColumns('account', { totpResetBy: nullable(ref()) }),
};
