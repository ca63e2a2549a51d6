import { type Migration, instant, nullable } from '../platform/db';

/** Since when a member lets the unit see the own marks. */
export const rosterMarks: Migration = {
  name: '20261130-034500-roster-marks',
  up: async (schema) => {
    await schema.addColumns('roster_row', { marksSharedAt: nullable(instant()) });
  },
};
