import { type Migration, encrypted, id, instant, nullable, ref, text, word } from '../platform/db';

/** What a member of a roster calls wrong, until the unit mends or answers it. */
export const rosterDisputes: Migration = {
  name: '20261130-084700-roster-disputes',
  up: async (schema) => {
    await schema.addColumns('roster_row', { disputedAt: nullable(instant()) });
    await schema.table(
      'roster_dispute',
      {
        id: id(),
        rowId: ref(),
        field: text(64),
        openKey: nullable(text(120)),
        entered: encrypted(),
        said: encrypted(),
        state: word(),
        at: instant(),
        answer: nullable(encrypted()),
        settledAt: nullable(instant()),
        settledBy: nullable(ref()),
      },
      {
        unique: { uq_roster_dispute: ['openKey'] },
        index: { ix_roster_dispute_row: ['rowId', 'id'] },
        foreign: { fk_roster_dispute: { column: 'rowId', references: 'roster_row', onDelete: 'CASCADE' } },
      },
    );
  },
};
