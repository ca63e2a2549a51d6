import { type Migration, nullable, sealedText } from '../platform/db';

/** Why officers turned what a door had noted, and what they decided of acts and objections, is said of people, too. */
export const sealedDoorWords: Migration = {
  name: '20261129-132700-sealed-door-words',
  up: async (schema) => {
    await schema.changeColumns('attendance', { endReason: nullable(sealedText(200)) });
    await schema.sealInPlace('attendance', ['endReason']);
    for (const table of ['door_act', 'attendance_objection']) {
      await schema.changeColumns(table, { decision: nullable(sealedText(200)) });
      await schema.sealInPlace(table, ['decision']);
    }
  },
};
