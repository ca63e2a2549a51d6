import type { Migration } from '../platform/db';
import { platform0001 } from './0001-platform';
import { accountTables } from './0010-accounts';
import { bodyTables } from './0020-bodies';
import { personTables } from './0030-persons';
import { noticeTables } from './0040-notices';
import { sessionTables } from './0050-sessions';
import { applicationTables } from './0070-applications';
import { orderTables } from './0080-orders';
import { sittingTables } from './0090-sittings';
import { resultTables } from './0100-results';
import { certificateTables } from './0110-certificates';
import { contestTables } from './0120-contests';
import { messageTables } from './0140-messages';
import { publishingTables } from './0150-publishing';
import { sessionChangeTables } from './0155-session-changes';
import { counterTables } from './0160-counter';
import { calendarTables } from './0170-calendars';
import { registrationTables } from './0180-registrations';
import { messageEntry } from './0182-message-entry';
import { secondFactorDue } from './0185-second-factor-due';
import { candidateTables } from './20261128-190000-candidates';
import { candidatesMoved } from './20261128-190100-candidates-moved';
import { contestCandidates } from './20261128-200000-contest-candidates';
import { contestCandidatesMoved } from './20261128-200100-contest-candidates-moved';
import { listTables } from './20261128-201500-lists';
import { orderLines } from './20261128-202100-order-lines';
import { orderLinesMoved } from './20261128-202200-order-lines-moved';
import { participantReferences } from './20261128-203000-participant-references';
import { applicationReferencesGone } from './20261128-203100-application-references-gone';
import { participantKeys } from './20261128-203200-participant-keys';
import { sheetImports } from './20261128-204500-sheet-imports';
import { candidateReferences } from './20261128-220000-candidate-references';
import { candidateReferencesMoved } from './20261128-220100-candidate-references-moved';
import { sharedOrders } from './20261128-221000-shared-orders';
import { sharedOrdersMoved } from './20261128-221100-shared-orders-moved';
import { lastDaysCounted } from './20261128-221500-last-days-counted';
import { lastDaysCountedMoved } from './20261128-221600-last-days-counted-moved';
import { countedFactsGone } from './20261128-221700-counted-facts-gone';
import { accountsOfNobody } from './20261128-223000-accounts-of-nobody';
import { reviewList } from './20261128-223000-review-list';
import { seatPlaces } from './20261128-223100-seat-places';
import { resultLists } from './20261128-223200-result-lists';
import { orderList } from './20261128-235000-order-list';
import { personalData } from './20261129-012000-personal-data';
import { entryListColumns } from './20261129-012500-entry-list';
import { caseList } from './20261129-013500-case-list';
import { codeAskedBy } from './20261129-022500-code-asked-by';
import { fileNames } from './20261129-022600-file-names';
import { returnedMarks } from './20261129-064100-returned-marks';
import { certificatesVoid } from './20261129-071100-certificates-void';
import { corrections } from './20261129-071200-corrections';
import { signInDevices } from './20261129-073500-sign-in-devices';
import { textMessages } from './20261129-073600-text-messages';
import { secondPerson } from './20261129-080500-second-person';
import { publishedRevision } from './20261129-081400-published-revision';
import { invigilation } from './20261129-101200-invigilation';
import { sealedAnswers } from './20261129-102911-sealed-answers';
import { sealedPersons } from './20261129-102912-sealed-persons';
import { sealedPersonsClearGone } from './20261129-102913-sealed-persons-clear-gone';
import { shifts } from './20261129-103200-shifts';
import { secondFactorResetBy } from './20261129-104800-second-factor-reset-by';
import { seatNeeds } from './20261129-111000-seat-needs';
import { correctedOn } from './20261129-111700-corrected-on';
import { rulings } from './20261129-112300-rulings';
import { sealedVoidReasons } from './20261129-112500-sealed-void-reasons';
import { attendanceObjections } from './20261129-113300-attendance-objections';
import { roomRecords } from './20261129-113400-room-records';
import { sealedDoorWords } from './20261129-132700-sealed-door-words';
import { ticketOpened } from './20261129-134100-ticket-opened';
import { receiptsUndone } from './20261129-134200-receipts-undone';
import { breachPenalties } from './20261129-134900-breach-penalties';
import { portraitsSeen } from './20261129-140100-portraits-seen';
import { staffMessages } from './20261129-140500-staff-messages';
import { publicationByOffering } from './20261129-171900-publication-by-offering';
import { units } from './20261129-174900-units';
import { retakes } from './20261129-175400-retakes';
import { seatOrders } from './20261129-180100-seat-orders';
import { returnKept } from './20261129-180200-return-kept';
import { papersDoubt } from './20261129-180300-papers-doubt';
import { bodyPeriods } from './20261129-182000-body-periods';
import { certificateCollections } from './20261129-182500-certificate-collections';
import { authoritySheets } from './20261129-182600-authority-sheets';
import { specialMarks } from './20261129-184000-special-marks';
import { rosters } from './20261129-184100-rosters';
import { awards } from './20261129-215300-awards';
import { breaches } from './20261129-184400-breaches';
import { resultPending } from './20261129-203000-result-pending';
import { stageDraws } from './20261129-205500-stage-draws';
import { oneProcedure } from './20261129-205900-one-procedure';
import { contestGroups } from './20261129-210300-contest-groups';
import { stageRanks } from './20261129-210905-stage-ranks';
import { rosterMembers } from './20261129-211900-roster-members';
import { objections } from './20261129-213000-objections';
import { resultsWithin } from './20261129-213100-results-within';
import { bansLifted } from './20261129-215500-bans-lifted';
import { ownSelections } from './20261129-233900-own-selections';
import { orderNumbers } from './20261130-000900-order-numbers';
import { rosterSites } from './20261129-220300-roster-sites';
import { roomSteps } from './20261129-234100-room-steps';
import { bodyConducts } from './20261130-003200-body-conducts';
import { breachConducts } from './20261130-012200-breach-conducts';
import { importedProposed } from './20261130-012400-imported-proposed';
import { scoreColumns } from './20261130-035500-score-columns';
import { retakeSchemes } from './20261130-032400-retake-schemes';
import { leftAside } from './20261130-035200-left-aside';
import { listedRosters } from './20261130-050000-listed-rosters';
import { wholeHeaders } from './20261130-074500-whole-headers';
import { rosterDisputes } from './20261130-084700-roster-disputes';
import { stageAdmissions } from './20261130-092500-stage-admissions';
import { accountsOfProven } from './20261130-092600-accounts-of-proven';
import { refundAccounts } from './20261130-093300-refund-accounts';
import { rosterReminders } from './20261130-094500-roster-reminders';
import { signedScans } from './20261130-095000-signed-scans';
import { stagePlans } from './20261130-095300-stage-plans';
import { givenPages } from './20261130-122900-given-pages';
import { attemptPayers } from './20261130-131400-attempt-payers';
import { judgeDecisions } from './20261130-043000-judge-decisions';
import { deskPaperLines } from './20261130-013300-desk-paper-lines';
import { provenListEntries } from './20261130-044700-proven-list-entries';
import { rosterCounters } from './20261130-032000-roster-counters';
import { rosterMarks } from './20261130-034500-roster-marks';
import { breachEvidence } from './20261130-001900-breach-evidence';
import { importedRecords } from './20261129-234200-imported-records';
import { judging } from './20261129-235000-judging';
import { barred } from './20261130-001500-barred';
import { drawMoves } from './20261130-113600-draw-moves';
import { cancelledStages } from './20261130-164200-cancelled-stages';
import { judgedSheetRows } from './20261130-131700-judged-sheet-rows';
import { lettersWithoutDoubt } from './20261130-135000-letters-without-doubt';
import { contestTrainings } from './20261130-155500-contest-trainings';
import { filingReceipts } from './20261130-161000-filing-receipts';
import { photoBatches } from './20261130-170000-photo-batches';
import { coachContacts } from './20261130-170800-coach-contacts';
import { messageBodies } from './20261130-230000-message-bodies';
import { entrantPlaces } from './20261201-000000-entrant-places';
import { awardAccountScans } from './20261201-000100-award-account-scans';
import { judgeSeats } from './20261201-010000-judge-seats';
import { prizesPaid } from './20261202-010000-prizes-paid';
import { placesFreed } from './20261202-020000-places-freed';

/** Every step of the schema, in order; a released one is never edited. */
export const migrations: readonly Migration[] = [
  platform0001,
  accountTables,
  bodyTables,
  personTables,
  noticeTables,
  sessionTables,
  applicationTables,
  orderTables,
  sittingTables,
  resultTables,
  certificateTables,
  contestTables,
  messageTables,
  publishingTables,
  sessionChangeTables,
  counterTables,
  calendarTables,
  registrationTables,
  messageEntry,
  secondFactorDue,
  candidateTables,
  candidatesMoved,
  contestCandidates,
  contestCandidatesMoved,
  listTables,
  orderLines,
  orderLinesMoved,
  participantReferences,
  applicationReferencesGone,
  participantKeys,
  sheetImports,
  candidateReferences,
  candidateReferencesMoved,
  sharedOrders,
  sharedOrdersMoved,
  lastDaysCounted,
  lastDaysCountedMoved,
  countedFactsGone,
  accountsOfNobody,
  reviewList,
  seatPlaces,
  resultLists,
  orderList,
  personalData,
  entryListColumns,
  caseList,
  codeAskedBy,
  fileNames,
  returnedMarks,
  certificatesVoid,
  corrections,
  signInDevices,
  textMessages,
  secondPerson,
  publishedRevision,
  invigilation,
  sealedAnswers,
  sealedPersons,
  sealedPersonsClearGone,
  shifts,
  secondFactorResetBy,
  seatNeeds,
  correctedOn,
  rulings,
  sealedVoidReasons,
  attendanceObjections,
  roomRecords,
  sealedDoorWords,
  ticketOpened,
  receiptsUndone,
  breachPenalties,
  portraitsSeen,
  staffMessages,
  publicationByOffering,
  units,
  retakes,
  seatOrders,
  returnKept,
  papersDoubt,
  bodyPeriods,
  certificateCollections,
  authoritySheets,
  specialMarks,
  rosters,
  breaches,
  resultPending,
  stageDraws,
  oneProcedure,
  contestGroups,
  stageRanks,
  rosterMembers,
  objections,
  resultsWithin,
  awards,
  bansLifted,
  rosterSites,
  ownSelections,
  roomSteps,
  importedRecords,
  judging,
  orderNumbers,
  barred,
  breachEvidence,
  bodyConducts,
  breachConducts,
  importedProposed,
  deskPaperLines,
  rosterCounters,
  retakeSchemes,
  rosterMarks,
  leftAside,
  scoreColumns,
  judgeDecisions,
  provenListEntries,
  listedRosters,
  wholeHeaders,
  rosterDisputes,
  stageAdmissions,
  accountsOfProven,
  refundAccounts,
  rosterReminders,
  signedScans,
  stagePlans,
  drawMoves,
  givenPages,
  attemptPayers,
  judgedSheetRows,
  lettersWithoutDoubt,
  contestTrainings,
  filingReceipts,
  cancelledStages,
  photoBatches,
  coachContacts,
  messageBodies,
  entrantPlaces,
  awardAccountScans,
  judgeSeats,
  prizesPaid,
  placesFreed,
];
