import type { SittingState } from '@jikaotong/shared/lists';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { type Row, day, id, instant, int, nullable, record, ref, text, word } from '../../platform/db';

/**
 * One candidate's seat for one subject, with time and place as they were when the seat was given. The database refuses a
 * second seat for a subject and a second candidate on a seat; `slot` names the papers that run at one time in a room.
 */
export const sittingRecord = record(
  'sitting',
  {
    id: id(),
    sessionId: ref(),
    participantId: ref(),
    offeringCode: text(64),
    subject: word<SubjectCode>(),
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
    /** Hour, room and seat in one key: the order of the seat list. */
    place: text(64),
    /** The same by room, then hour; by subject; by the number of the seat. */
    byRoom: text(80),
    bySubject: text(80),
    bySeat: text(80),
    state: word<SittingState>(),
  },
  {
    unique: { uq_sitting_subject: ['participantId', 'subject'], uq_sitting_seat: ['roomId', 'slot', 'seat'] },
    index: {
      ix_sitting_session: ['sessionId', 'id'],
      ix_sitting_place: ['sessionId', 'place', 'id'],
      ix_sitting_by_room: ['sessionId', 'byRoom', 'id'],
      ix_sitting_by_subject: ['sessionId', 'bySubject', 'id'],
      ix_sitting_by_seat: ['sessionId', 'bySeat', 'id'],
    },
    foreign: {
      fk_sitting_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
      fk_sitting_room: { column: 'roomId', references: 'session_room', onDelete: 'RESTRICT' },
    },
  },
);
export type Sitting = Row<typeof sittingRecord>;

/** A ticket; `liveKey` is its participant while it holds and null once revoked. Its number is never used again. */
export const ticketRecord = record(
  'ticket',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    participantId: ref(),
    liveKey: nullable(ref()),
    number: text(24),
    keyId: text(16),
    /** What its QR says, signed. */
    token: text(600),
    issuedAt: instant(),
    revokedAt: nullable(instant()),
    /** When the candidate looked at it for the first time. */
    openedAt: nullable(instant()),
  },
  {
    unique: { uq_ticket_live: ['liveKey'], uq_ticket_number: ['bodyId', 'number'] },
    index: { ix_ticket_list: ['sessionId', 'number', 'id'], ix_ticket_participant: ['participantId'] },
    foreign: {
      fk_ticket_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
    },
  },
);
export type Ticket = Row<typeof ticketRecord>;
