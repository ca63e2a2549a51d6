import type { certificateList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { documentNumberCell } from '../candidates';
import { bodyOfSession, offeringNamesOf } from '../sessions';
import { DOCUMENT_NUMBER } from './certificate.repository';

type Source = ListSource<
  (typeof certificateList)['columns'],
  (typeof certificateList)['filters'],
  Readonly<Record<never, never>>
>;

/** The certificates of a session; a number is found by the candidate's index, for a certificate has none. */
export const certificateSource: Source = {
  table: 'certificate e',
  joins: 'JOIN candidate c ON c.id = e.candidate_id',
  indexes: { number: 'ix_certificate_list' },
  within: 'e.session_id',
  id: 'e.id',
  version: '0',
  cells: {
    number: 'e.number',
    name: 'e.name',
    documentNumber: { ...documentNumberCell, sealed: 'e.document_number', row: 'e.id', place: DOCUMENT_NUMBER },
    offering: 'c.offering_code',
    issuedOn: 'e.issued_on',
    state: `CASE WHEN e.state = 'issued' THEN CASE WHEN e.outdated_at IS NULL THEN 'issued' ELSE 'to-replace' END
            WHEN e.replaced_by_id IS NULL THEN 'void' ELSE 'replaced' END`,
  },
  names: { offering: offeringNamesOf },
  bodyOf: bodyOfSession,
  acts: {},
};
