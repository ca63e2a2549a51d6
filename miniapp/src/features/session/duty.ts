import {
  type DutyCode,
  type EndpointSpec,
  type Role,
  applications,
  certificates,
  collections,
  invigilation,
  objections,
  orders,
  results,
  sessions,
  sittings,
} from '@jikaotong/shared/contract';

type DutyPage = {
  readonly page: `/packages/${'staff' | 'review' | 'duty' | 'planning' | 'scores'}/${string}`;
  readonly by: Pick<EndpointSpec, 'who'>;
  /** What of the list there is the duty. */
  readonly asks?: Readonly<Record<string, string>>;
  /** Where others do their part of it. */
  readonly others?: DutyPage;
};

/** Where a duty is done, and the endpoint that says who may. */
const DUTY_PAGES: Readonly<Record<DutyCode, DutyPage>> = {
  'confirm-windows': { page: '/packages/planning/session-windows/index', by: sessions.confirmWindows },
  'exam-day': {
    page: '/packages/duty/plan/index',
    by: invigilation.getDutyPlan,
    others: { page: '/packages/duty/today/index', by: { who: ['invigilator'] } },
  },
  'review-applications': { page: '/packages/review/reviews/index', by: applications.approveApplication },
  'settle-unreviewed': { page: '/packages/review/reviews/index', by: applications.rejectApplication },
  'resolve-cases': { page: '/packages/review/cases/index', by: orders.resolveCase, asks: { state: 'open' } },
  'confirm-transfers': { page: '/packages/staff/orders/index', by: orders.recordReceipt },
  'collect-fees': { page: '/packages/staff/orders/index', by: orders.recordReceipt, asks: { standing: 'open' } },
  'announce-subject': { page: '/packages/planning/session-places/index', by: sessions.setSessionPlaces },
  'seat-session': { page: '/packages/staff/seating/index', by: sittings.seatSession },
  'issue-tickets': { page: '/packages/staff/seating/index', by: sittings.issueTickets },
  'unopened-tickets': {
    page: '/packages/review/applicants/index',
    by: { who: ['exam-officer', 'administrator'] },
    asks: { silence: 'ticket-unopened' },
  },
  'import-scores': { page: '/packages/staff/scores/index', by: results.scoreSheet.upload },
  'settle-attendance': {
    page: '/packages/duty/plan/index',
    by: invigilation.decideDoorAct,
    others: { page: '/packages/staff/scores/index', by: results.keyMark },
  },
  'publish-results': { page: '/packages/staff/scores/index', by: results.publishResults },
  'decide-score-reviews': { page: '/packages/staff/score-reviews/index', by: results.decideScoreReview },
  'decide-objections': {
    page: '/packages/scores/objections/index',
    by: objections.decideObjection,
    asks: { state: 'open' },
  },
  'replace-certificates': {
    page: '/packages/staff/certificates/index',
    by: certificates.replaceCertificate,
    asks: { state: 'to-replace' },
  },
  'send-certificates': {
    page: '/packages/staff/certificates/index',
    by: collections.downloadParcels,
    asks: { handOver: 'to-send' },
  },
  'register-certificates': {
    page: '/packages/staff/certificates/index',
    by: certificates.voidCertificate,
    asks: { register: 'pending' },
  },
  'withdraw-certificates': {
    page: '/packages/staff/certificates/index',
    by: certificates.voidCertificate,
    asks: { register: 'to-withdraw' },
  },
  'issue-certificates': { page: '/packages/staff/certificates/index', by: certificates.issueCertificates },
};

export const dutyPageOf = (code: DutyCode): DutyPage => DUTY_PAGES[code];

/** The page on which a person does it; null where it is not theirs. */
export function ownDutyPage(code: DutyCode, may: (endpoint: Pick<EndpointSpec, 'who'>) => boolean): DutyPage | null {
  const { others, ...first } = dutyPageOf(code);
  if (may(first.by)) return first;
  return others && may(others.by) ? others : null;
}

/** Whose work a duty is first of all; null where its endpoint names no role. */
export function roleFor(code: DutyCode): Role | null {
  const { who } = dutyPageOf(code).by;
  return typeof who === 'string' ? null : (who[0] ?? null);
}
