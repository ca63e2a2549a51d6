import { type Migration, json, nullable } from '../platform/db';

/** A return that is taken back gives back what the candidate had mended before it. */
export const returnKept: Migration = {
  name: '20261129-180200-return-kept',
  up: (schema) => schema.addColumns('application', { changedBefore: nullable(json()) }),
};
