import type { Feature } from '../../platform/http';
import { applicationFileRecord, applicationRecord, remarkRecord } from './application.record';
import { routes as applicationRoutes } from './application.routes';
import { routes as fileRoutes } from './file.routes';
import { routes as formRoutes } from './form.routes';
import { routes as reviewRoutes } from './review.routes';

export { MENDABLE, completedByNumber, identityFaults, missingDetails } from './application.policy';
export { presentApplication, presentOffering, presentReview } from './application.presenter';
export type { Application } from './application.record';
export {
  attachFile,
  changeIf as changeApplication,
  countBySession,
  findAny as findApplication,
  findByAccountKey,
  findByDocument as findApplicationsByDocument,
  findByDocumentKey,
  findForBodies as findHandedIn,
  findIdsBySearch as searchApplications,
  findManyAny as findApplications,
  findOwn as findOwnApplication,
  listOwn as listOwnApplications,
  listPaid as paidApplications,
  standingsOf,
} from './application.repository';
export { type Admitted, candidateOf, candidatesOf } from './admitted';
export { type Candidate, openCandidate, phoneIndexOf, searchIndices } from './candidate';
export { askOfMoved, hasResults, listUnanswered, noteOrders, reachOf, stopLive } from './of-change.repository';
export { changeOwner } from './change-owner';
export { countOpenCasesOfSession } from './cases-of-session.repository';
export {
  type ApplicationEvent,
  applicationApproved,
  applicationChangedHands,
  applicationLapsed,
  applicationRejected,
  applicationReturned,
  applicationSubmitted,
  applicationWithdrawn,
  eventOf,
} from './events';
export { findForm, renderForm } from './form';
export { type Frame, findFrame, loadFrame, loadFrames } from './frame';
export { documentKeyOf, handIn, judgeHandIn } from './hand-in';
export { openDraft } from './open-draft';
export { loadOwn as loadOwnApplication, presentOwn as presentOwnApplication } from './own';
export { countLive, latestOfSession, listUnderOlder } from './of-notice.repository';
export { lapseApplication, markOrder, markPaid } from './payment';
export {
  type Report,
  markCertificate,
  markResults,
  markTicketIssued,
  progressFactsOf,
  reportProgress,
} from './progress';
export { measureOwnPhoto, saveDraft } from './save-draft';
export { assessSubmission, photoFaults } from './submission.policy';
export { withdraw as withdrawApplication } from './withdraw';

/** Applications and their papers, from the draft to the approval; what follows reports back to them. */
export const feature: Feature = {
  name: 'applications',
  records: [applicationRecord, remarkRecord, applicationFileRecord],
  routes: [...applicationRoutes, ...formRoutes, ...reviewRoutes, ...fileRoutes],
};
