import { type Held, held } from '../../platform/held';
import { certificateRecord } from './certificate.record';
import { DOCUMENT_NUMBER } from './certificate.repository';

/** The register of certificates: it is never erased, or nobody could check one any more. */
export const heldHere: readonly Held[] = [
  held(certificateRecord, {
    kind: 'certificate',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['issuedBy', 'batchId', 'liveKey', 'outdatedAt', 'voidedBy', 'replacedById'],
    sealedAs: { documentNumber: DOCUMENT_NUMBER.column },
    over: {},
  }),
];
