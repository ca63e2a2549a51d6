import { SubjectName } from '../contract';
import { code, named, nullable, number, personal, sealed, text } from './columns';
import { defineList } from './define-list';

export const SITTING_STATES = ['planned', 'present', 'absent', 'void'] as const;
export type SittingState = (typeof SITTING_STATES)[number];

/** What it rests on that somebody came, or did not: noted at the door, from paper or by an officer; or by the marks alone. */
export const ATTENDANCE_BASES = ['door', 'marks', 'none'] as const;
export type AttendanceBasis = (typeof ATTENDANCE_BASES)[number];

/** Who holds which seat of a session: one row a candidate and subject, by hour, room and seat unless asked otherwise. */
export const seatList = defineList({
  name: 'seat',
  path: '/staff/sessions/:id/seats',
  within: 'event',
  who: ['exam-officer', 'invigilator', 'administrator'],
  columns: {
    hour: named(),
    // the room stands behind the name of its site
    room: { ...named(), letters: 11, ending: 8 },
    seat: number(),
    name: personal('name', text()),
    documentNumber: sealed('number'),
    ticketNumber: { ...nullable(text()), letters: 10.5 },
    subject: { ...code(SubjectName.options), letters: 6.5 },
    offering: named(),
    state: { ...code(SITTING_STATES), letters: 5 },
    basis: { ...code(ATTENDANCE_BASES), letters: 6.5 },
  },
  filters: {
    q: { by: 'words', columns: ['name', 'ticketNumber', 'documentNumber'] },
    hour: { by: 'values', column: 'hour' },
    room: { by: 'values', column: 'room' },
    subject: { by: 'codes', column: 'subject' },
    offering: { by: 'values', column: 'offering' },
    state: { by: 'codes', column: 'state' },
    basis: { by: 'codes', column: 'basis' },
  },
  order: { by: ['hour', 'room', 'seat', 'subject'], first: 'hour' },
});
