import { type Migration, id, instant, nullable, ref, sealedText, text, word } from '../platform/db';

/** What was done to the record of a room, each with its reason: signed, opened again, keyed from paper, taken from the marks. */
export const roomSteps: Migration = {
  name: '20261129-234100-room-steps',
  up: (schema) =>
    schema.table(
      'room_step',
      {
        id: id(),
        sessionId: ref(),
        roomId: ref(),
        slot: text(16),
        kind: word(),
        at: instant(),
        dutyId: nullable(ref()),
        byAccountId: ref(),
        reason: nullable(sealedText(200)),
      },
      {
        index: { ix_room_step_room: ['roomId', 'slot'], ix_room_step_session: ['sessionId', 'kind'] },
        foreign: { fk_room_step_room: { column: 'roomId', references: 'session_room', onDelete: 'CASCADE' } },
      },
    ),
};
