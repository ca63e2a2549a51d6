import { type Migration, int, nullable } from '../platform/db';

/** How many a choice of all that match left to be looked at one by one. */
export const leftAside: Migration = {
  name: '20261130-035200-left-aside',
  up: (schema) => schema.addColumns('selection', { aside: nullable(int()) }),
};
