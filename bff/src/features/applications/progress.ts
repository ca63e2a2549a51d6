import type { LocalDate } from '@jikaotong/shared/kernel';
import type { KnownWindow, ProgressFacts } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import type { Application } from './application.record';
import { markApproved } from './application.repository';

/** What rules/progress judges an application by. */
export const progressFactsOf = (row: Application, windows: readonly KnownWindow[]): ProgressFacts => ({
  windows,
  application: row.state,
  order: row.orderState === null ? null : { state: row.orderState, claimed: row.transferClaimed },
  seated: row.seated,
  ticketIssued: row.ticketIssuedAt !== null,
  results: row.resultsPublishedOn !== null ? 'published' : row.resultsComplete ? 'complete' : 'none',
  outcome: row.outcome,
  scoreReviewOpen: row.scoreReviewOpen,
  retakeUntil: row.retakeUntil,
  certificate: row.certificate ?? 'none',
  change: row.changeKind === null ? null : { kind: row.changeKind, until: row.changeUntil, choice: row.changeChoice },
});

/** What a feature to the right may report; it says so itself, in the transaction of its own effect. */
export type Report = Partial<
  Pick<Application, 'seated' | 'ticketIssuedAt' | 'resultsComplete' | 'scoreReviewOpen' | 'retakeUntil'>
>;

/** Reports one and the same thing of several approved applications; returns how many there were. */
export const reportProgress = (h: Handle, applicationIds: readonly string[], report: Report): Promise<number> =>
  markApproved(h, applicationIds, report);

/** Tickets are issued. */
export const markTicketIssued = (h: Handle, applicationIds: readonly string[], atMs: number): Promise<number> =>
  markApproved(h, applicationIds, { ticketIssuedAt: atMs });

/** Results are published, with one outcome for all of these; `retakeUntil` where a retake is possible. */
export const markResults = (
  h: Handle,
  applicationIds: readonly string[],
  results: {
    publishedOn: LocalDate;
    outcome: NonNullable<Application['outcome']>;
    retakeUntil: LocalDate | null;
  },
): Promise<number> =>
  markApproved(h, applicationIds, {
    resultsComplete: true,
    resultsPublishedOn: results.publishedOn,
    outcome: results.outcome,
    retakeUntil: results.retakeUntil,
  });

/** Certificates are issued on this day. */
export const markCertificate = (h: Handle, applicationIds: readonly string[], issuedOn: LocalDate): Promise<number> =>
  markApproved(h, applicationIds, { certificate: 'issued', certificateIssuedOn: issuedOn });
