import type { Feature } from '../../platform/http';
import { applicationFileRecord, applicationRecord, remarkRecord } from './application.record';
import { routes as applicationRoutes } from './application.routes';
import { caseRecord } from './case.record';
import { routes as fileRoutes } from './file.routes';
import { routes as formRoutes } from './form.routes';
import { routes as reviewRoutes } from './review.routes';

export { completedByNumber, identityFaults, missingDetails } from './application.policy';
export { presentOffering } from './application.presenter';
export type { Application } from './application.record';
export {
  attachFile,
  countBySession,
  findAny as findApplication,
  findManyAny as findApplications,
  findOwn as findOwnApplication,
  listOwn as listOwnApplications,
  listPaid as paidApplications,
  standingsOf,
} from './application.repository';
export { type Admitted, candidateOf, candidatesOf } from './admitted';
export { type Candidate, openCandidate } from './candidate';
export type { Case, CaseKind } from './case.record';
export { closeCase, countOpenCasesOfSession, findCase, listCasesFor, openCase, reopenCase } from './case.repository';
export {
  type ApplicationEvent,
  applicationApproved,
  applicationLapsed,
  applicationRejected,
  applicationReturned,
  applicationSubmitted,
  applicationWithdrawn,
} from './events';
export { type Frame, loadFrame, loadFrames } from './frame';
export { lapseApplication, markOrder, markPaid } from './payment';
export { type Report, markCertificate, markResults, markTicketIssued, progressFactsOf, reportProgress } from './progress';
export { measureOwnPhoto } from './save-draft';
export { photoFaults } from './submission.policy';

/** Applications, their papers and cases, from the draft to the approval; what follows reports back to them. */
export const feature: Feature = {
  name: 'applications',
  records: [applicationRecord, remarkRecord, applicationFileRecord, caseRecord],
  routes: [...applicationRoutes, ...formRoutes, ...reviewRoutes, ...fileRoutes],
};
