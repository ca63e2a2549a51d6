import { SILENCES, STANDINGS, TellNeeds } from '../contract';
import { code, instant, nullable, offering, personal, sealed, text } from './columns';
import { defineList } from './define-list';
import { ATTENDANCE_BASES } from './seats';

/**
 * Everybody who handed an application in to a session, wherever they stand now; a row's id is the application's. The one
 * list from which people are told something: here each of them is one row, while a seat is one of several, an order may
 * name many, and what waits for review or bears marks is only some of them.
 */
export const applicantList = defineList({
  name: 'applicant',
  path: '/staff/sessions/:id/applicants',
  within: 'event',
  who: ['reviewer', 'finance', 'exam-officer', 'score-officer', 'administrator'],
  columns: {
    name: personal('name', text()),
    offering: offering(),
    standing: { ...code(STANDINGS), letters: 10 },
    basis: code(ATTENDANCE_BASES),
    silence: { ...code(SILENCES), letters: 10.5 },
    phone: sealed('phone'),
    ticketNumber: { ...nullable(text()), letters: 10.5 },
    ticketOpenedAt: nullable(instant()),
    submittedAt: instant(),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'phone', 'ticketNumber'] },
    silence: { by: 'codes', column: 'silence' },
    standing: { by: 'codes', column: 'standing' },
    basis: { by: 'codes', column: 'basis' },
    offering: { by: 'values', column: 'offering' },
    submittedAt: { by: 'days', column: 'submittedAt' },
  },
  order: { by: ['name', 'submittedAt'], first: 'name' },
  acts: { tell: { needs: TellNeeds } },
});
