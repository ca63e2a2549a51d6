import {
  type DutyCode,
  type EndpointSpec,
  type Role,
  applications,
  awardAccounts,
  awards,
  certificates,
  collections,
  contestTrainings,
  contests,
  invigilation,
  judging,
  objections,
  orders,
  protests,
  results,
  sessions,
  sittings,
  staffEntries,
  stageDraws,
  stagePublication,
  stages,
} from '@jikaotong/shared/contract';

type DutyPage = {
  readonly page: `/packages/${'staff' | 'review' | 'duty' | 'planning' | 'scores' | 'contest' | 'stage' | 'honour' | 'judge'}/${string}`;
  readonly by: Pick<EndpointSpec, 'who'>;
  /** What of the list there is the duty. */
  readonly asks?: Readonly<Record<string, string>>;
  /** Whose page it is, where it is not that of the session or stage. */
  readonly of?: 'contest' | 'body';
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
  'check-entries': {
    page: '/packages/contest/entries/index',
    by: staffEntries.decideEntry,
    of: 'contest',
    asks: { state: 'submitted' },
  },
  'announce-stage': { page: '/packages/contest/entries/index', by: contests.announceStage, of: 'contest' },
  'arrange-training': {
    page: '/packages/stage/trainings/index',
    by: contestTrainings.setTraining,
    of: 'contest',
  },
  'freeze-roster': { page: '/packages/stage/desk/index', by: stages.freezeStageRoster },
  'draw-stage': { page: '/packages/stage/desk/index', by: stageDraws.drawStage },
  'assign-judges': { page: '/packages/judge/desk/index', by: judging.assignJudge },
  'open-stage-day': { page: '/packages/stage/desk/index', by: stages.openStageDay },
  'take-attendance': { page: '/packages/stage/desk/index', by: stages.takeStageAttendance },
  'key-theory-marks': { page: '/packages/stage/desk/index', by: stages.keyStageMark },
  'key-skill-marks': { page: '/packages/stage/desk/index', by: stages.keyStageMark },
  'lock-judge-marks': { page: '/packages/judge/desk/index', by: judging.lockMarks },
  'correct-marks': { page: '/packages/stage/desk/index', by: stages.keyStageMark },
  'republish-ranks': { page: '/packages/stage/preview/index', by: stagePublication.publishStage },
  'check-stage-marks': { page: '/packages/stage/desk/index', by: stages.confirmStageNotes },
  'publish-ranks': { page: '/packages/stage/preview/index', by: stagePublication.publishStage },
  'decide-protests': { page: '/packages/honour/protests/index', by: protests.decideProtest, of: 'body' },
  'propose-awards': { page: '/packages/honour/desk/index', by: awards.proposeAwards, of: 'contest' },
  'settle-apart-awards': { page: '/packages/honour/lines/index', by: awards.changeAward, asks: { apart: 'yes' } },
  'collect-award-accounts': {
    page: '/packages/honour/lines/index',
    by: awardAccounts.noteAwardAccount,
    asks: { money: 'no-account' },
  },
  'pay-prizes': { page: '/packages/honour/lines/index', by: { who: awards.AWARD_PAYERS }, asks: { money: 'due' } },
  'lock-awards': { page: '/packages/honour/desk/index', by: awards.lockAwards, of: 'contest' },
};

export const dutyPageOf = (code: DutyCode): DutyPage => DUTY_PAGES[code];

/** The page on which a person does it; null where it is not theirs. */
export function ownDutyPage(code: DutyCode, may: (endpoint: Pick<EndpointSpec, 'who'>) => boolean): DutyPage | null {
  const { others, ...first } = dutyPageOf(code);
  if (may(first.by)) return first;
  return others && may(others.by) ? others : null;
}

type Of = { readonly sessionId: string; readonly bodyId: string; readonly noticeId?: string | undefined };

/** What the address of a duty's page names. */
export function dutyAsks(
  { of, asks }: DutyPage,
  { sessionId, bodyId, noticeId }: Of,
): Readonly<Record<string, string>> {
  if (of === 'body') return { ...asks, body: bodyId };
  if (of === 'contest') return { ...asks, id: noticeId ?? '' };
  return { ...asks, session: sessionId, id: sessionId };
}

/** Whose work a duty is first of all; null where its endpoint names no role. */
export function roleFor(code: DutyCode): Role | null {
  const { who } = dutyPageOf(code).by;
  return typeof who === 'string' ? null : (who[0] ?? null);
}
