import { type Migration, encrypted, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/**
 * A subject may come in several shifts, rooms have rows, kinds and seats kept back, and an offering the number of people
 * expected. What was planned before stays: one shift a subject, one row a room. Each session promises the seed of its
 * seating, and each step of the seating is kept, so that anybody can run it again.
 */
export const shifts: Migration = {
  name: '20261129-103200-shifts',
  up: async (schema) => {
    await schema.addColumns('session_offering', { expected: nullable(int()) });
    await schema.addColumns('session_room', {
      perRow: nullable(int()),
      kind: nullable(word()),
      accessible: nullable(json()),
    });
    await schema.addColumns('session_paper', {
      kind: nullable(word()),
      rounds: nullable(int()),
      overflowSiteId: nullable(ref()),
    });
    // the new key first: the foreign key needs one that begins with the session
    await schema.addKeys('session_paper', {
      unique: { uq_session_shift: ['sessionId', 'offeringCode', 'subject', 'day', 'startsAt', 'siteId'] },
    });
    await schema.dropKeys('session_paper', ['uq_session_paper']);
    await schema.table(
      'seating',
      { id: id(), seed: encrypted(), commitment: text(64), committedAt: instant(), revealedAt: nullable(instant()) },
      { foreign: { fk_seating_session: { column: 'id', references: 'session', onDelete: 'CASCADE' } } },
    );
    await schema.table(
      'seating_step',
      {
        id: id(),
        sessionId: ref(),
        position: int(),
        takenAt: instant(),
        byAccountId: nullable(ref()),
        reason: nullable(text(200)),
        step: json(),
      },
      {
        unique: { uq_seating_step: ['sessionId', 'position'] },
        foreign: { fk_seating_step: { column: 'sessionId', references: 'seating', onDelete: 'CASCADE' } },
      },
    );
  },
};
