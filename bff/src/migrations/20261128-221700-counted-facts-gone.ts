import type { Migration } from '../platform/db';

/** Both columns say the same by now. */
export const countedFactsGone: Migration = {
  name: '20261128-221700-counted-facts-gone',
  up: (schema) => schema.dropColumns('application', ['countedFacts']),
};
