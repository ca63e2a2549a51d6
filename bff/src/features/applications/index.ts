import type { Feature } from '../../platform/http';
import { applicationRecord, remarkRecord } from './application.record';
import { routes as applicationRoutes } from './application.routes';
import { routes as fileRoutes } from './file.routes';
import { routes as formRoutes } from './form.routes';
import { routes as portraitRoutes } from './portrait.routes';
import { jobs as reviewListJobs, routes as reviewListRoutes } from './review-list.routes';
import { jobs as reviewOverJobs, planReviewsOver } from './review-over.job';
import { routes as reviewRoutes } from './review.routes';
import { rulingRecord } from './ruling.record';
import { routes as rulingRoutes } from './ruling.routes';
import { heldHere } from './held';
import { seatNeedRecord } from './seat-need.record';
import { routes as seatNeedRoutes } from './seat-need.routes';

export { MENDABLE } from './application.policy';
export { presentOffering, presentReview } from './application.presenter';
export type { Application } from './application.record';
export {
  findAny as findApplication,
  findByDocument as findApplicationsByDocument,
  findForBodies as findHandedIn,
  findManyAny as findApplications,
  findOwn as findOwnApplication,
  listOwn as listOwnApplications,
  listUnderOlder,
  noteCorrected,
  openRemark,
  remarksOf,
  remarksToAnswer,
} from './application.repository';
export { type Applicant, openApplicant, writeApplicant } from './applicant';
export { changeOwner } from './change-owner';
export {
  type ApplicationEvent,
  applicationApproved,
  applicationBarred,
  applicationChangedHands,
  applicationLapsed,
  applicationLeft,
  applicationRecalled,
  applicationReinstated,
  applicationRejected,
  applicationReopened,
  applicationReturned,
  applicationSaved,
  applicationStarted,
  applicationStopped,
  applicationSubmitted,
  applicationWithdrawn,
  eventOf,
} from './events';
export { findForm, signedPapers, renderForm, sheetOf } from './form';
export { type Frame, findFrame, laterPapersIn, loadFrame, loadFrames } from './frame';
export { guardOf } from './guard';
export { type JudgedRow, handIn, judgeContent, judgeHandIn } from './hand-in';
export { measurePhoto } from './photo-facts';
export { lapseApplication } from './lapse';
export { reinstateApplication } from './reinstate';
export { openDraftOfMember, openDraftOfNobody } from './open-draft';
export { type ToldDraft, draftOfNobody, insertToldDrafts, judgedAsTold, noteStarted } from './told-drafts';
export { newApplicant } from './applicant';
export { type RetakeDraft, applicantOf, openRetake } from './open-retake';
export { planReviewOver } from './review-over.job';
export { loadOwn as loadOwnApplication, presentOwn as presentOwnApplication } from './owner-access';
export { measureOwnPhoto, saveDraft } from './save-draft';
export { seatNeedsOf } from './seat-need.repository';
export { stopApplication, stopPaidApplication } from './stop';
export { assessSubmission, photoFaults } from './submission.policy';
export { type ToldParts, openRejection, openToldParts } from './told-parts';
export { findKeptPass, offeringNameOf, offeringNameOfParts, refuseUnmeant } from './kept-pass';
export { judgeTold, mergedApplicant } from './told';
export { withdraw as withdrawApplication } from './withdraw';

/** Applications and their papers, from the draft to the approval; what follows reports back to them. */
export const feature: Feature = {
  name: 'applications',
  records: [applicationRecord, remarkRecord, rulingRecord, seatNeedRecord],
  held: heldHere,
  // papers and photo are attached to the candidate
  fileColumns: [{ table: 'application', column: 'signature_file_id' }],
  routes: [
    ...applicationRoutes,
    ...formRoutes,
    ...reviewListRoutes,
    ...portraitRoutes,
    ...reviewRoutes,
    ...rulingRoutes,
    ...fileRoutes,
    ...seatNeedRoutes,
  ],
  jobs: [...reviewListJobs, ...reviewOverJobs],
  start: planReviewsOver,
};
