import type { seatList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { documentNumberCell } from '../candidates';
import { bodyOfExamDay, hourNamesOf, offeringNamesOf, roomNamesOf } from '../sessions';

type Source = ListSource<(typeof seatList)['columns'], (typeof seatList)['filters'], Readonly<Record<never, never>>>;

/** Every seat of a session with whoever holds it; what attendance rests on is known to whoever keeps the doors. */
export const seatSource = {
  table: 'sitting s',
  joins: `JOIN participant p ON p.id = s.participant_id
          JOIN candidate c ON c.id = p.candidate_id
          LEFT JOIN ticket t ON t.live_key = s.participant_id`,
  indexes: {
    hour: 'ix_sitting_place',
    room: 'ix_sitting_by_room',
    seat: 'ix_sitting_by_seat',
    subject: 'ix_sitting_by_subject',
  },
  within: 's.session_id',
  id: 's.id',
  version: '0',
  cells: {
    hour: "CONCAT(s.day, '.', s.starts_at)",
    room: 's.room_id',
    seat: 's.seat',
    name: 'p.name',
    documentNumber: documentNumberCell,
    ticketNumber: 't.number',
    subject: 's.subject',
    offering: 's.offering_code',
    state: 's.state',
  },
  names: { hour: hourNamesOf, room: roomNamesOf, offering: offeringNamesOf },
  sorts: { hour: 's.place', room: 's.by_room', seat: 's.by_seat', subject: 's.by_subject' },
  bodyOf: bodyOfExamDay,
  acts: {},
} satisfies Omit<Source, 'cells'> & { cells: Omit<Source['cells'], 'basis'> };
