import type { Feature } from '../../platform/http';
import { certificateRecord } from './certificate.record';
import { jobs, routes } from './certificate.routes';
import { collectionRecord } from './collection.record';
import { heldHere } from './held';
import { uncollectedJob } from './uncollected.job';

export { waysOf } from './collect';
export { groupNoticeOf } from './collection-prints';
export { handOversOf } from './group-certificates';
export { countToRegister, countToSend, countToWithdraw } from './collection.repository';
export { countOutdated, findByCandidate as findCertificateOf, noteOutdated } from './certificate.repository';
export { voidCertificate } from './replace-certificate';
export { findPrintable, renderCertificate } from './print-certificate';

/** Certificates of those who passed, and their verification by anybody. */
export const feature: Feature = {
  name: 'certificates',
  records: [certificateRecord, collectionRecord],
  held: heldHere,
  routes,
  jobs: [...jobs, uncollectedJob],
  fileColumns: [{ table: 'certificate', column: 'photo_file_id' }],
};
