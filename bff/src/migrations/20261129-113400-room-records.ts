import { type Migration, id, instant, int, nullable, ref, text } from '../platform/db';

/** The record of a room in one hour: papers counted, two signatures, closed. */
export const roomRecords: Migration = {
  name: '20261129-113400-room-records',
  up: (schema) =>
    schema.table(
      'room_record',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        roomId: ref(),
        slot: text(16),
        taken: nullable(int()),
        returned: nullable(int()),
        blank: nullable(int()),
        sealNumber: nullable(text(40)),
        countedBy: nullable(ref()),
        countedDutyId: nullable(ref()),
        countedAt: nullable(instant()),
        secondBy: nullable(ref()),
        secondDutyId: nullable(ref()),
        secondAt: nullable(instant()),
        closedBy: nullable(ref()),
        closedDutyId: nullable(ref()),
        closedAt: nullable(instant()),
      },
      {
        unique: { uq_room_record: ['roomId', 'slot'] },
        index: { ix_room_record_session: ['sessionId', 'slot'] },
        foreign: { fk_room_record_room: { column: 'roomId', references: 'session_room', onDelete: 'CASCADE' } },
      },
    ),
};
