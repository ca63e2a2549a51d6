import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { attachedColumns } from './attached-files';
import { candidateFileRecord, candidateRecord } from './candidate.record';
import { heldHere } from './held';

export { attachFile, attachInstead, attachedAmong, attachedColumns } from './attached-files';
/** The record for `participants` alone, which reads both in one query. */
export {
  type Candidate,
  type CandidateKind,
  type RetakeSchemeUsed,
  type StoredPhoto,
  candidateRecord,
} from './candidate.record';
export {
  accountsOf,
  applicationsOfPeopleOf,
  changeCandidate,
  deleteCandidate,
  dropKeys,
  enrolledAmong,
  findByAccountKey,
  findCandidate,
  findCandidates,
  idsOfAccount,
  idsOfDocument,
  insertCandidate,
  kindsAndNamesOf,
  ownsCandidate,
  retakesAmong,
  searchCondition,
  unlinkCandidate,
} from './candidate.repository';
export {
  type Identity,
  type IdentityColumns,
  type Search,
  NOBODY,
  openIdentity,
  phoneIndexOf,
  sealIdentity,
  searchIndices,
} from './identity';
export { documentNumberCell, phoneCell } from './list-cells';
export {
  accountKeyOf,
  holdAccount,
  holdDocument,
  holdPerson,
  holdRetakeKey,
  releasePerson,
  retakeKeyOf,
  sessionScope,
  takeDocument,
} from './keys';
export { neighboursOf, phonesOf } from './neighbours';
export { noteUnprintable, waitingForPrint } from './unprintable';

/** Who is enrolled in what: the person as given, sealed, with the keys that keep an enrolment single. */
export const feature: Feature = {
  name: 'candidates',
  records: [candidateRecord, candidateFileRecord],
  held: heldHere,
  fileColumns: attachedColumns,
  routes: [],
  // the id of an application or an entry is its candidate's
  bodyOf: {
    candidateId: bodyIn(candidateRecord),
    applicationId: bodyIn(candidateRecord),
    entryId: bodyIn(candidateRecord),
  },
};
