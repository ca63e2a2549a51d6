import { type Migration, instant, nullable, ref, text } from '../platform/db';

/** Who asked for a refund that a second person has to agree to. */
export const secondPerson: Migration = {
  name: '20261129-080500-second-person',
  up: (schema) =>
    schema.addColumns('open_case', {
      refundAskedBy: nullable(ref()),
      refundAskedAt: nullable(instant()),
      refundNote: nullable(text(400)),
    }),
};
