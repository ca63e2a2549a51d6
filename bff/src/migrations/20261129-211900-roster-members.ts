import { type Migration, day, encrypted, id, instant, int, nullable, ref, text, word } from '../platform/db';

/** What members fill in by a roster's link, and that they were reminded. */
export const rosterMembers: Migration = {
  name: '20261129-211900-roster-members',
  up: async (schema) => {
    await schema.addColumns('roster', { codeRound: nullable(int()) });
    await schema.addColumns('roster_row', {
      admission: nullable(word()),
      sharedAt: nullable(instant()),
      remindedOn: nullable(day()),
    });
    await schema.table(
      'roster_link',
      {
        id: id(),
        rosterId: ref(),
        liveKey: nullable(text(60)),
        tokenHash: text(64),
        token: encrypted(),
        byAccountId: ref(),
        at: instant(),
        endedAt: nullable(instant()),
      },
      {
        unique: { uq_roster_link: ['liveKey'], uq_roster_link_token: ['tokenHash'] },
        foreign: { fk_roster_link: { column: 'rosterId', references: 'roster', onDelete: 'CASCADE' } },
      },
    );
  },
};
