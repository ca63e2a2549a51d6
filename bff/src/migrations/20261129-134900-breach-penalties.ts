import { type Migration, encrypted, instant, nullable, ref, word } from '../platform/db';

/** What a breach leads to, by whom and why. */
export const breachPenalties: Migration = {
  name: '20261129-134900-breach-penalties',
  up: (schema) =>
    schema.addColumns('door_act', {
      penalty: nullable(word()),
      penaltyBy: nullable(ref()),
      penaltyAt: nullable(instant()),
      penaltyReason: nullable(encrypted()),
    }),
};
