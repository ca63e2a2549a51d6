import type { Feature } from '../../platform/http';
import { participantRecord } from './participant.record';
import { heldHere } from './held';

export { type Admitted, type AdmittedApplicant, admittedApplicants, admittedOf } from './admitted';
export { askOfMoved, hasResults, listUnanswered, livingIn, reachOf, stopLive } from './event-change.repository';
export { NO_CHANGE, newParticipant } from './new-participant';
export {
  countApproved,
  countByEvent,
  countLive,
  countOpenCasesOfEvent,
  countPaidByOffering,
  latestOfEvent,
  participantsOfEvent,
} from './of-event.repository';
export { HANDED_IN, LIVE, type Participant, type ParticipantState } from './participant.record';
export {
  changeIf,
  endEverywhere,
  findEnrolled,
  findParticipants,
  insertParticipant,
  isAttachedFor,
  listPaid,
  lockIf,
  participantsIn,
  participantsOf,
  writeIdentity,
} from './participant.repository';
export { progressFactsOf } from './progress-facts';
export { releaseKeys } from './release-keys';
export { countExaminedRetakes, holdRetake, isStillOpen } from './retake.repository';
export { type Report, noteOrder, report } from './report.repository';

/** Where every candidate stands in an event; what later steps say is reported here. */
export const feature: Feature = { name: 'participants', records: [participantRecord], held: heldHere, routes: [] };
