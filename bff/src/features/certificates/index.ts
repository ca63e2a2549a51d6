import type { Feature } from '../../platform/http';
import { certificateRecord } from './certificate.record';
import { routes } from './certificate.routes';
import { heldHere } from './held';

export { countOutdated, findByCandidate as findCertificateOf, noteOutdated } from './certificate.repository';
export { findPrintable, renderCertificate } from './print-certificate';

/** Certificates of those who passed, and their verification by anybody. */
export const feature: Feature = {
  name: 'certificates',
  records: [certificateRecord],
  held: heldHere,
  routes,
  fileColumns: [{ table: 'certificate', column: 'photo_file_id' }],
};
