import { type Migration, nullable, ref } from '../platform/db';

/** A line of a paper list keyed at the desk belongs to no duty. */
export const deskPaperLines: Migration = {
  name: '20261130-013300-desk-paper-lines',
  up: async (schema) => {
    await schema.changeColumns('door_act', { dutyId: nullable(ref()) });
  },
};
