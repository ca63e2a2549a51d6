import type { KnownWindow, ProgressFacts } from '@jikaotong/shared/rules/progress';
import type { Participant } from './participant.record';
import type { Report } from './report.repository';

/** What rules/progress judges a participant by; `later` only tells stages apart and holds results back. */
export const progressFactsOf = (
  row: Required<Report> & Pick<Participant, 'state' | 'changeKind' | 'changeUntil' | 'changeChoice'>,
  windows: readonly KnownWindow[],
  later: NonNullable<ProgressFacts['later']> = [],
): ProgressFacts => ({
  windows,
  application: row.state,
  order: row.orderState === null ? null : { state: row.orderState, claimed: row.transferClaimed },
  seated: row.seated,
  ticketIssued: row.ticketIssuedAt !== null,
  results: row.resultsPublishedOn !== null ? 'published' : row.resultsComplete ? 'complete' : 'none',
  ...(row.resultPendingOn !== null && { resultPending: true }),
  outcome: row.outcome,
  scoreReviewOpen: row.scoreReviewOpen,
  ...(row.objectedOn !== null && { objectionOpen: true }),
  retakeUntil: row.retakeUntil,
  certificate: row.certificate ?? 'none',
  change: row.changeKind === null ? null : { kind: row.changeKind, until: row.changeUntil, choice: row.changeChoice },
  later,
});
