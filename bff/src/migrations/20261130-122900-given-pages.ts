import { type Migration, nullable, ref } from '../platform/db';

/** Which pages of signed forms stand at their row on an agent's word, and on whose. */
export const givenPages: Migration = {
  name: '20261130-122900-given-pages',
  up: (schema) => schema.addColumns('signed_page', { givenBy: nullable(ref()) }),
};
