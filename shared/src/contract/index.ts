export { AUDIT_CODES, AUDIT_TOPICS, type AuditCode, type AuditTopic, auditCodesOf, auditTopicOf } from './audit-codes';
export { type AnyRefusalCode, COMMON_REFUSALS, REFUSAL_STATUS, type RefusalCode } from './refusals';
export { BODY_ROLES, type BodyRole, ROLES, type Role } from './roles';
export {
  type BodyOf,
  type CallInput,
  type EndpointSpec,
  type ParamsOf,
  type QueryOf,
  type ReplyDraft,
  type ReplyOf,
  type Who,
  endpoint,
  needsIdempotencyKey,
} from './endpoint';
export { Bytes, Count, Day, FenAmount, Id, IdParams, Instant, line, pageOf, prose, SubjectName } from './fields';
export { type AccountView, CONSENT_VERSION, type SignInApp, type SignInSystem, type SignedIn } from './accounts';
export { APPLICATION_STATES, ORDER_STATES } from '../rules/progress';
export { DOCUMENT_TYPES } from '../notice';
export { VERDICTS } from '../rules/eligibility';
export { PAY_METHODS, REFUND_STATES } from '../rules/fees';
export { SPECIAL_MARKS } from '../rules/results';
export {
  type ApplicationSummary,
  type ApplicationView,
  type ProgressView,
  EARLIER_FIELDS,
  REMARK_FIELDS,
  type ReviewView,
} from './applications';
export { DOUBTS, type Doubt, SHARED_TRAITS, type SharedTrait } from './doubts';
export { RETURN_REASONS, RETURN_REASON_FIELDS, ReturnNeeds, type ReturnReason, fitRemarks } from './return-reasons';
export { type PortraitView } from './portraits';
export { FOUND_PLACES, type FoundBy, type FoundPlace, type FoundView } from './search';
export { AssessmentView } from './assessment';
export { type BodyView } from './bodies';
export { CALENDAR_KINDS, CALENDAR_TODOS, type CalendarItem, CalendarView, type Following } from './calendars';
export { CASE_ABOUT, CASE_STATES, CaseKind, casesAbout } from './cases';
export {
  CERTIFICATE_HOLDS,
  type CertificateHold,
  type CertificatePreview,
  CERTIFICATE_DIFFERENCES,
  CERTIFICATE_STATES,
  CertificateToken,
  type CertificateView,
  type StaffCertificateView,
} from './certificates';
export {
  CERTIFICATE_PRINTS,
  COLLECTION_METHODS,
  type CertificatePrint,
  type CollectionMethod,
  CollectionNotice,
  type CollectionView,
  HAND_OVERS,
  type HandOver,
  MOST_CERTIFICATES,
  REGISTER_STATES,
  type RegisterState,
  type StaffCollectionView,
} from './certificate-collections';
export { type EntryState, type EntryView, UNIT_TYPES } from './contest-entries';
export { type ContestView, STAGE_HOURS, type StageHours, type StageView } from './contests';
export {
  type AdvanceLineView,
  MARK_SOURCES,
  STAGE_NOTES,
  STAGE_PARTS,
  STAGE_STAFF,
  SHOWN_STANDINGS,
  STAGE_STANDINGS,
  type EarlyRoster,
  type StageDesk,
  type StageEntrantView,
  type StageNote,
  type StagePart,
  type ShownStanding,
  type StageStanding,
} from './stages';
export { type StagePreview } from './stage-publication';
export { type OwnStage, type PublicRank } from './stage-rankings';
export {
  CORRECTION_FIELDS,
  CORRECTION_STATES,
  type CorrectionField,
  type CorrectionSide,
  type CorrectionState,
  type CorrectionView,
  DOCUMENT_REASONS,
  type DocumentReason,
  type StaffCorrectionView,
} from './corrections';
export { CONTACT_FIELDS, CONTACT_LENGTHS, type ContactField } from './contact-fields';
export { type CounterItem, type CounterView, type Tick } from './counter';
export { type CounterDays } from './counter-days';
export { type DemonstrationView } from './demonstration';
export { FILE_PURPOSES, type FileView } from './files';
export { type AttendanceView, type DifferingView } from './attendance';
export { type RoomOfStaffView, type RoomRecordView, type RoomStep } from './room-records';
export type { DutiesToCopy } from './duty-copies';
export {
  DOOR_CONFLICTS,
  type DoorConflict,
  type DoorCountsView,
  type DoorNote,
  DutyListView,
  type DutyPlanView,
  DutyView,
} from './invigilation';
export { DUTIES, type DutyCode } from './overview';
export { type BodyTextMessages, MESSAGE_CODES, type MessageCode, type MessageView } from './messages';
export { NewerNotice, type NoticeFacets, type NoticeSummary, type OpeningView } from './notices';
export { type CaseView, MOST_RECEIPTS, type OrderView, type RefundAccount, type StaffOrderView } from './orders';
export {
  EXPORTS_A_DAY,
  type ExportView,
  type HeldEnrolment,
  type HeldItem,
  type PeriodView,
  type PersonalDataView,
} from './personal-data';
export { POSTER_STATES, type PosterState, type PosterView, type StaffPosterView } from './posters';
export { type RegistrationState, type RegistrationView } from './registrations';
export { type TrialView } from './notice-trials';
export { type NoticeChangeView } from './notice-versions';
export {
  MOST_NOTICE_CHARS,
  MOST_FILE_PROBLEMS,
  MOST_RAW_CHARS,
  type NoticeDraftView,
  NoticeFileProblem,
  type PublicationView,
  type StaffNoticeView,
} from './publishing';
export { type ResultView, SCORE_REVIEW_STATES, type ScoreReviewState, type ScoreReviewView } from './results';
export { type ChangeAnswers, type Reach } from './session-changes';
export {
  type PlanConflictView,
  type SessionChangeView,
  type SessionView,
  type StaffSessionView,
  type WindowView,
} from './sessions';
export { BATCHES_AT_ONCE, BATCH_QUOTA, PHOTOS_LEFT, PHOTO_BATCH_STATES } from './photo-batches';
export type { PhotoBatchEndpoints, PhotoBatchView, PhotosTaken } from './photo-batches';
export { type SheetEndpoints, type SheetImportView, type SheetItem } from './sheet-imports';
export {
  MOST_EVIDENCE,
  OBJECTION_STATES,
  OBJECTION_SUBJECTS,
  type ObjectionState,
  type ObjectionSubject,
  type StaffObjectionView,
} from './objections';
export { type DoubtedWordView, RulingView } from './rulings';
export { MOST_PRINTED, PRINTS, type PrintName } from './prints';
export type { SeatNeed } from './seat-needs';
export { type LateSeats, MOST_NAMED, type SeatingPreview, TicketToken, type TicketView } from './sittings';
export {
  FUNNEL_CUTS,
  FUNNEL_STEPS,
  type Funnel,
  type FunnelCut,
  type FunnelStep,
  type FunnelView,
  SILENCES,
  STANDINGS,
  type Silence,
  type Standing,
} from './funnel';
export {
  CONTACT_ABOUT,
  type ContactAbout,
  TELL_TEMPLATES,
  hasLink,
  TOLD_DELIVERIES,
  TellNeeds,
  type TellPreview,
  type TellTemplate,
  type ToldDelivery,
} from './tellings';
export { type Original, type OriginalGroup, type SlipView } from './slips';
export { type StaffEntryDetail } from './staff-entries';
export {
  type OwnRosterRow,
  ROW_ADMISSIONS,
  ROW_CONFIRMATIONS,
  ROW_STANDINGS,
  type RosterRowDetail,
  type RosterRowView,
  type RowStanding,
} from './roster-rows';
export { type RosterCounterRow, type RosterCounterView, type StaffRosterCounterView } from './roster-counters';
export { type FilledRow, type LinkedRoster } from './roster-members';
export { type RosterView } from './rosters';
export {
  type StaffUnitView,
  UNIT_EVENTS,
  UNIT_FIELDS,
  UNIT_STATES,
  type UnitEventCode,
  type UnitField,
  type UnitState,
  type UnitView,
} from './units';
export { type YearRow } from './year';
export {
  AUTHORITY_FIELDS,
  AUTHORITY_SHEET_KINDS,
  type AuthorityField,
  type AuthoritySheetKind,
  type AuthoritySheetView,
  AuthoritySource,
  EXTRA_QUESTIONS,
  type ExtraAnswers,
  type ExtraFacts,
  type ExtraQuestion,
  PHOTO_NAMES,
  type PhotoName,
} from './authority-sheets';
export * as accounts from './accounts';
export * as applications from './applications';
export * as attendance from './attendance';
export * as awards from './awards';
export { AWARD_DECIDERS, AWARD_PAYERS, AWARD_PAYMENTS, AWARD_RECIPIENTS, AWARD_STAFF, AWARD_STATES } from './awards';
export type { AwardBoardState, AwardBoardView, AwardPayment, AwardState } from './awards';
export { type OwnAwards, ownAwards } from './contest-resources';
export * as protests from './protests';
export {
  type OwnProtests,
  PROTEST_STAGES,
  PROTEST_STATES,
  type ProtestState,
  type ProtestStepKind,
  type StaffProtest,
} from './protests';
export * as bodies from './bodies';
export * as calendarYears from './calendar-years';
export * as calendars from './calendars';
export * as certificates from './certificates';
export * as collections from './certificate-collections';
export * as corrections from './corrections';
export { contestEntries, contestFilings, contestGroups, contestTrainings, contests } from './contest-resources';
export { judgePhones, judgePlaces, stageDraws, stageMarks, stagePublication } from './contest-resources';
export { type AwardAccountView, type EntrantPlaceView, awardAccounts } from './contest-resources';
export { type NewsReach, awardLists, coachContacts, groupTickets, reach, stageRankings } from './contest-resources';
export type { ContestGroupView, OwnPlace, OwnTraining, StaffStageDraw, TrainingView } from './contest-resources';
export { type JudgeAct, JudgeList, OwnMark, TRAINING_ATTENDANCES, type TrainingAttendance } from './contest-resources';
export * as counter from './counter';
export * as demonstration from './demonstration';
export * as failedJobs from './failed-jobs';
export * as files from './files';
export * as funnel from './funnel';
export type { RetakePlan } from './retakes';
export type { DoorDecision, Penalty } from './breaches';
export {
  BREACH_SOURCES,
  BREACH_STATES,
  BREACH_SEVERITIES,
  MOST_BREACH_EVIDENCE,
  type EvidenceSide,
} from './breach-cases';
export type { BreachEvidence, BreachSource, BreachState, BreachView, StaffBreachView } from './breach-cases';
export { BAN_STATES, BARRED_DECISIONS, type BanState, type BanView, type BarredDecision } from './bans';
export * as bans from './bans';
export { IMPORTED_KINDS, IMPORTED_STAFF, IMPORTED_STATES } from './imported-records';
export type { ImportedKind, ImportedState } from './imported-records';
export * as importedRecords from './imported-records';
export { SCORE_COLUMN_MEANINGS, type ScoreColumnMeaning, type ScoreColumns } from './score-columns';
export * as scoreColumns from './score-columns';
export * as retakeSchemes from './retake-schemes';
export type { RetakeSchemes, SchemedOffering } from './retake-schemes';
export * as bodyConducts from './body-conducts';
export type { BodyConductView, BodyConducts, ConductState } from './body-conducts';
export * as breachCases from './breach-cases';
export * as objections from './objections';
export * as breaches from './breaches';
export * as dutyCopies from './duty-copies';
export * as dutyLink from './duty-links';
export * as invigilation from './invigilation';
export * as messages from './messages';
export * as noticeTrials from './notice-trials';
export * as noticeVersions from './notice-versions';
export * as notices from './notices';
export * as orders from './orders';
export * as overview from './overview';
export * as personalData from './personal-data';
export * as portraits from './portraits';
export * as posters from './posters';
export * as prints from './prints';
export * as publishing from './publishing';
export * as roomRecords from './room-records';
export * as registrations from './registrations';
export * as results from './results';
export * as retakes from './retakes';
export * as rulings from './rulings';
export * as sessionChanges from './session-changes';
export * as sessions from './sessions';
export * as search from './search';
export * as seatNeeds from './seat-needs';
export * as sittings from './sittings';
export * as slips from './slips';
export * as staffEntries from './staff-entries';
export * as stages from './stages';
export * as judging from './judging';
export { JUDGE_CONFLICTS, type JudgeConflict, type JudgeView, type JudgedNumber, type JudgingView } from './judging';
export * as tellings from './tellings';
export * as waitingRows from './waiting-rows';
export { rosterCounters, rosterMembers, rosterResults, rosterRows, rosterSites, rosters } from './roster-resources';
export type { RosterSiteView, ScanPageOutcome, ScanState, SignedScans } from './roster-resources';
export * as units from './units';
export * as year from './year';
export * as authoritySheets from './authority-sheets';
