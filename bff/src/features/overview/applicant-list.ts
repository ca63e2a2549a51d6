import type { applicantList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { phoneCell } from '../candidates';
import { bodyOfSession, offeringNamesOf } from '../sessions';
import { BASIS, SILENCE, STANDING } from './standing';

type Source = ListSource<(typeof applicantList)['columns'], (typeof applicantList)['filters']>;

/** Everybody who handed in, with where they stand by what all features wrote on them. */
export const applicantSource = {
  table: 'participant p',
  joins: `JOIN candidate c ON c.id = p.candidate_id
          LEFT JOIN ticket t ON t.live_key = p.id`,
  indexes: { name: 'ix_participant_called', submittedAt: 'ix_participant_handed_in' },
  within: 'p.event_id',
  // whoever was handed in has a name until the record is erased
  always: 'p.submitted_at IS NOT NULL AND p.name IS NOT NULL',
  id: 'p.candidate_id',
  version: 'p.version',
  cells: {
    name: 'p.name',
    offering: 'p.offering_code',
    standing: STANDING,
    basis: BASIS,
    silence: SILENCE,
    phone: phoneCell,
    ticketNumber: 't.number',
    ticketOpenedAt: 't.opened_at',
    submittedAt: 'p.submitted_at',
  },
  names: { offering: offeringNamesOf },
  bodyOf: bodyOfSession,
} satisfies Omit<Source, 'acts'>;
