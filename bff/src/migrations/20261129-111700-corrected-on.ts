import { type Migration, day, nullable } from '../platform/db';

/** When what had been signed was put right: papers that print it with the signature say so. */
export const correctedOn: Migration = {
  name: '20261129-111700-corrected-on',
  up: (schema) => schema.addColumns('application', { correctedOn: nullable(day()) }),
};
