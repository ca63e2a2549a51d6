import { type Migration, nullable, ref } from '../platform/db';

/** By which version of a body's own list a breach is dealt with. */
export const breachConducts: Migration = {
  name: '20261130-012200-breach-conducts',
  up: (schema) => schema.addColumns('breach', { conductId: nullable(ref()) }),
};
