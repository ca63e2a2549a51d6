import type { Feature } from '../../platform/http';
import { heldHere } from './held';
import { importedRecord } from './imported-record.record';
import { jobs, routes } from './imported-record.routes';

export { passesForAccount } from './passes-for-account';
export { personOfPass } from './person-of-pass';
export { importedConfirmed } from './confirm-imported';
export {
  type ImportedCertificate,
  type ImportedPass,
  findImported,
  findImportedCertificate,
  passesOfPeople,
  peopleClaimedBy,
  releaseClaims,
} from './imported-record.repository';
export { type RuledOffering, offeringsOf, sameOffering } from './offerings-kept';

/** Bans, passes and certificates from before a body worked with this system. */
export const feature: Feature = {
  name: 'imported-records',
  records: [importedRecord],
  held: heldHere,
  routes,
  jobs,
};
