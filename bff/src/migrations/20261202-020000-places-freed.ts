import { type Migration, nullable, ref } from '../platform/db';

/** A drawn place also ends with the stage or the entry of whoever held it, by nobody's own step at the draw. */
export const placesFreed: Migration = {
  name: '20261202-020000-places-freed',
  up: (schema) => schema.changeColumns('draw_step', { takenBy: nullable(ref()) }),
};
