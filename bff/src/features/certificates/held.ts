import { type Held, held } from '../../platform/held';
import { certificateRecord } from './certificate.record';
import { collectionRecord } from './collection.record';
import { DOCUMENT_NUMBER } from './certificate.repository';

/** The register of certificates: it is never erased, or nobody could check one any more. */
export const heldHere: readonly Held[] = [
  held(certificateRecord, {
    kind: 'certificate',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['issuedBy', 'batchId', 'liveKey', 'outdatedAt', 'voidedBy', 'replacedById', 'duplicatedBy', 'registeredBy'],
    sealedAs: { documentNumber: DOCUMENT_NUMBER.column },
    over: {},
  }),
  // where a parcel went and who fetched it goes with the rest of the enrolment; the register stays
  held(collectionRecord, {
    kind: 'identity',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['collectedBy'],
    over: { recipient: null, phone: null, address: null, agentDocumentType: null, agentDocumentNumber: null },
  }),
];
