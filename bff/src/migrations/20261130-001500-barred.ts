import { type Migration, day, nullable } from '../platform/db';

/** Since when an application is ended because its person may not take part. */
export const barred: Migration = {
  name: '20261130-001500-barred',
  up: (schema) => schema.addColumns('application', { barredOn: nullable(day()) }),
};
