import { newId } from '../../platform/db';
import type { Candidate } from '../candidates';
import type { Participant } from './participant.record';

/** A candidate in an event, before anything has happened there. */
export const newParticipant = (
  candidate: Pick<Candidate, 'id' | 'bodyId' | 'kind' | 'offeringCode' | 'name'>,
  at: Pick<Participant, 'eventId' | 'state'> &
    Partial<Pick<Participant, 'verdict' | 'submittedAt' | 'firstSubmittedOn' | 'decidedAt'>>,
): Participant => ({
  id: newId(),
  candidateId: candidate.id,
  bodyId: candidate.bodyId,
  kind: candidate.kind,
  offeringCode: candidate.offeringCode,
  name: candidate.name,
  version: 1,
  verdict: null,
  submittedAt: null,
  firstSubmittedOn: null,
  decidedAt: null,
  ...at,
  orderState: null,
  transferClaimed: false,
  paidAt: null,
  seated: false,
  ticketIssuedAt: null,
  resultsComplete: false,
  resultsPublishedOn: null,
  resultPendingOn: null,
  outcome: null,
  scoreReviewOpen: false,
  objectedOn: null,
  retakeUntil: null,
  certificate: null,
  certificateIssuedOn: null,
  ...NO_CHANGE,
});

/** Nothing has happened to the event, or it was answered by going on in another one. */
export const NO_CHANGE = {
  changeId: null,
  changeKind: null,
  changeUntil: null,
  changeChoice: null,
  stateBeforeChange: null,
} as const satisfies Partial<Participant>;
