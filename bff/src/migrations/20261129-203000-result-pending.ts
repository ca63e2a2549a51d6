import { type Migration, day, nullable } from '../platform/db';

/** Since when a held result waits while the others' are out. */
export const resultPending: Migration = {
  name: '20261129-203000-result-pending',
  up: (schema) => schema.addColumns('participant', { resultPendingOn: nullable(day()) }),
};
