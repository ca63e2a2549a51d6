import { type Migration, instant, nullable, ref, text } from '../platform/db';

/** A stage of a competition that is not held, with the reason for everybody to read. */
export const cancelledStages: Migration = {
  name: '20261130-164200-cancelled-stages',
  up: (schema) =>
    schema.addColumns('contest_stage', {
      cancelledAt: nullable(instant()),
      cancelledBy: nullable(ref()),
      cancelReason: nullable(text(200)),
    }),
};
