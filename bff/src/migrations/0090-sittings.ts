import { type Migration, day, id, instant, int, key, nullable, ref, text, word } from '../platform/db';

/** Seats, tickets and the counters their numbers are drawn from. */
export const sittingTables: Migration = {
  name: '0090-sittings',
  up: async (schema) => {
    await schema.table(
      'sitting',
      {
        id: id(),
        sessionId: ref(),
        applicationId: ref(),
        offeringCode: text(64),
        subject: word(),
        day: day(),
        startsAt: text(5),
        endsAt: text(5),
        siteId: ref(),
        siteName: text(60),
        address: text(120),
        roomId: ref(),
        roomName: text(40),
        slot: text(16),
        seat: int(),
        state: word(),
      },
      {
        unique: {
          uq_sitting_subject: ['applicationId', 'subject'],
          uq_sitting_seat: ['roomId', 'slot', 'seat'],
        },
        index: { ix_sitting_session: ['sessionId', 'id'] },
        foreign: {
          fk_sitting_application: { column: 'applicationId', references: 'application', onDelete: 'RESTRICT' },
          fk_sitting_room: { column: 'roomId', references: 'session_room', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'ticket',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        applicationId: ref(),
        liveKey: nullable(ref()),
        number: text(24),
        keyId: text(16),
        token: text(600),
        issuedAt: instant(),
        revokedAt: nullable(instant()),
      },
      {
        unique: { uq_ticket_live: ['liveKey'], uq_ticket_number: ['bodyId', 'number'] },
        index: { ix_ticket_session: ['sessionId', 'number'], ix_ticket_application: ['applicationId'] },
        foreign: {
          fk_ticket_application: { column: 'applicationId', references: 'application', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table('number_counter', { id: key(100), last: int() });
  },
};
