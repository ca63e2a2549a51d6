import type { certificateList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { documentNumberCell } from '../candidates';
import { unitsInEvent } from '../units';
import { bodyOfSession, offeringNamesOf } from '../sessions';
import { DOCUMENT_NUMBER } from './certificate.repository';

type Source = ListSource<
  (typeof certificateList)['columns'],
  (typeof certificateList)['filters'],
  (typeof certificateList)['acts']
>;

/** As `handOverOf` says. */
const HAND_OVER = `CASE WHEN l.collected_on IS NOT NULL THEN 'collected' WHEN l.sent_on IS NOT NULL THEN 'sent'
  WHEN l.method = 'courier' THEN 'to-send' WHEN l.told_at IS NULL THEN 'untold' ELSE 'waiting' END`;
const sealedIn = (column: 'recipient' | 'phone' | 'address') => ({
  sealed: `l.${column}`,
  row: 'l.id',
  place: { table: 'certificate_collection', column },
});

/** The certificates of a session; a number is found by the candidate's index, for a certificate has none. */
export const certificateSource: Omit<Source, 'acts' | 'actorNow'> = {
  table: 'certificate e',
  joins: 'JOIN candidate c ON c.id = e.candidate_id JOIN certificate_collection l ON l.id = e.id',
  indexes: { number: 'ix_certificate_list' },
  within: 'e.session_id',
  id: 'e.id',
  version: '0',
  cells: {
    number: 'e.number',
    name: 'e.name',
    documentNumber: { ...documentNumberCell, sealed: 'e.document_number', row: 'e.id', place: DOCUMENT_NUMBER },
    offering: 'c.offering_code',
    unit: 'c.unit_id',
    issuedOn: 'e.issued_on',
    state: `CASE WHEN e.state = 'issued' THEN CASE WHEN e.outdated_at IS NULL THEN 'issued' ELSE 'to-replace' END
            WHEN e.replaced_by_id IS NULL THEN 'void' ELSE 'replaced' END`,
    handOver: `CASE WHEN e.state <> 'issued' THEN NULL ELSE ${HAND_OVER} END`,
    method: 'l.method',
    register: `CASE WHEN e.state = 'issued' THEN CASE WHEN e.registered_on IS NULL THEN 'pending' ELSE 'confirmed' END
               WHEN e.registered_on IS NOT NULL THEN 'to-withdraw' END`,
    duplicatedOn: 'e.duplicated_on',
    collectedOn: 'l.collected_on',
    recipient: sealedIn('recipient'),
    phone: sealedIn('phone'),
    address: sealedIn('address'),
    carrier: 'l.carrier',
    trackingNumber: 'l.tracking_number',
    registeredOn: 'e.registered_on',
  },
  names: { offering: offeringNamesOf, unit: unitsInEvent },
  bodyOf: bodyOfSession,
};
