import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import { type ApplicationState, type OrderState, statesThatAre } from '@jikaotong/shared/rules/progress';
import { type Row, bool, day, id, instant, int, nullable, record, ref, text, word } from '../../platform/db';
import type { CandidateKind } from '../candidates';

export type ParticipantState = ApplicationState;

/** Still on their way: what happens to the event, or changes in its notice, reaches them. */
export const LIVE: readonly ParticipantState[] = statesThatAre('live');
/** Holding their document against others of the same scope. */
export const HANDED_IN: readonly ParticipantState[] = statesThatAre('handedIn');

/**
 * A candidate in one event, and where it stands. Narrow, for lists and counts read it: every guard, and whatever later
 * steps report, is a change of this one row. A move to another event changes the row in place.
 */
export const participantRecord = record(
  'participant',
  {
    id: id(),
    candidateId: ref(),
    eventId: ref(),
    bodyId: ref(),
    kind: word<CandidateKind>(),
    offeringCode: text(64),
    /** The candidate's, for lists to sort and search by; written by `writeIdentity` alone. */
    name: nullable(text(60)),
    /** What the rules said when it was handed in; null: not yet. */
    verdict: nullable(word<Assessment['verdict']>()),
    state: word<ParticipantState>(),
    /** One more with every change; who saw an older one is refused. */
    version: int(),
    submittedAt: nullable(instant()),
    firstSubmittedOn: nullable(day()),
    decidedAt: nullable(instant()),

    // what later steps report (see report.repository.ts)
    orderState: nullable(word<OrderState>()),
    transferClaimed: bool(),
    paidAt: nullable(instant()),
    seated: bool(),
    ticketIssuedAt: nullable(instant()),
    resultsComplete: bool(),
    resultsPublishedOn: nullable(day()),
    /** The day the others' results came out, while this one is held. */
    resultPendingOn: nullable(day()),
    outcome: nullable(word<'passed' | 'failed' | 'absent'>()),
    scoreReviewOpen: bool(),
    /** Since when somebody's objection to the public line is looked into; null: nobody objects. */
    objectedOn: nullable(day()),
    retakeUntil: nullable(day()),
    certificate: nullable(word<'issued' | 'void'>()),
    certificateIssuedOn: nullable(day()),

    // the act that moved or cancelled the event, and the candidate's answer to it
    changeId: nullable(ref()),
    changeKind: nullable(word<'moved' | 'cancelled'>()),
    /** Null: nothing is asked, such as of a draft. */
    changeUntil: nullable(day()),
    changeChoice: nullable(word<'keep' | 'leave'>()),
    /** Where it stood when the event was cancelled; it goes on from there in another one. */
    stateBeforeChange: nullable(word<ParticipantState>()),
  },
  {
    unique: { uq_participant: ['candidateId', 'eventId'] },
    index: {
      ix_participant_submitted: ['eventId', 'state', 'submittedAt', 'id'],
      ix_participant_handed_in: ['eventId', 'submittedAt', 'candidateId'],
      ix_participant_called: ['eventId', 'name', 'candidateId'],
      ix_participant_name: ['eventId', 'state', 'name', 'id'],
      ix_participant_body: ['bodyId', 'kind', 'submittedAt', 'candidateId'],
      ix_participant_change: ['changeId', 'id'],
    },
    foreign: {
      fk_participant_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
      fk_participant_event: { column: 'eventId', references: 'event', onDelete: 'RESTRICT' },
    },
  },
);
export type Participant = Row<typeof participantRecord>;
