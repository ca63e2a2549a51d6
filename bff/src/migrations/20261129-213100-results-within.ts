import { type Migration, int, nullable } from '../platform/db';

/** Within how many days results come, where a notice prints two counts. */
export const resultsWithin: Migration = {
  name: '20261129-213100-results-within',
  up: (schema) => schema.addColumns('session', { resultsWithin: nullable(int()) }),
};
