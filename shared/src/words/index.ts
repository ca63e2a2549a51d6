export { assumptionWords } from './assumption-words';
export { differingFacts, differingTodo } from './differing';
export { calendarContext, calendarKindWord, calendarMarkWord, calendarTitle, calendarTodo } from './calendar';
export {
  advanceBaseWord,
  advanceWords,
  awardGivesWord,
  awardPaperNumber,
  awardPaperWords,
  awardWhatWords,
  awardWhomWords,
  judgesWords,
  markRoundingWords,
  protestWords,
  roundingWord,
} from './award';
export { stageHoursWord, stageHoursWords, stagePlanWords } from './stage-plan';
export { trainingAttendanceWord, trainingWhenWords } from './training';
export { type GiverField, giverFieldWord, giverFields } from './giver-list';
export { auditAboutWords, auditActorWord, auditEventWord, auditValueWords } from './audit';
export { channelKindWord } from './channels';
export { importedContentWords, importedKindWord, importedStateWord } from './imported-records';
export { conditionWords } from './conditions';
export { closedUp } from './printed-text';
export {
  UNMARKED_WORDS,
  banStateWord,
  breachSourceWord,
  breachStateWord,
  breachWords,
  markedCheatingWords,
  ownBreachStateWord,
  stoppedByBan,
  tierWords,
} from './conduct';
export { objectionStateWord, objectionSubjectWord, ownObjectionStateWord, receiptWords } from './objections';
export { contactFieldHint, contactFieldWord } from './contact-fields';
export {
  entryStandingWord,
  entryStateWord,
  posterSentence,
  posterStateWord,
  registrationStateWord,
  unitTypeWord,
} from './contest';
export { contestNextWords } from './contest-next';
export { ownStandingWords } from './own-standing';
export { HEAT, placeStateWord, placeWords } from './draws';
export { PLACE_ENDED_REASON, STAGE_MOVED_REASON, anewWords, earlyWords, hourWords, movedWords } from './stage-moves';
export {
  apartWords,
  awardBoardStateWord,
  awardRecipientWord,
  awardPaymentWord,
  prizeMoneyWord,
  awardStateWord,
  protestStateWord,
  protestStepWord,
} from './protests';
export { correctionFieldWord, correctionStateWord, documentReasonWord } from './corrections';
export { slipStateSentence, slipStateWord } from './counter';
export { changeSentence, changedValues, offeringIn } from './changes';
export {
  closingWords,
  dayAndDistanceWords,
  openingWords,
  agoWords,
  dayAndTimeWords,
  dayWords,
  distanceWords,
  durationWords,
  fullDayWords,
  weekdayWord,
} from './dates';
export { documentWord, paperWord, provisionWord, remarkFieldWord, remarkSentence } from './documents';
export { feeRefusalSentence, personalRefundWord } from './fees';
export { fileProblemSentence } from './file-problems';
export {
  DOOR_CODE_NUMBERS,
  attendanceWayWord,
  doorConflictWords,
  roomStepWord,
  doorHappeningWord,
  doorDecisionWord,
  doorNoteWord,
  doorVerdictWords,
  penaltyWord,
} from './door';
export { type ExamDayWords, examDayWords, examSubjectWord } from './exam-day';
export { documentTypeWord, identityFaultSentence, originWord, sexWord } from './identity';
export { scoreColumnWord } from './score-columns';
export { schemeRowWords } from './retake-schemes';
export { shortened } from './shortened';
export { diplomaStatusWord, levelWord, offeringWords, schoolWord, subjectWord, titleGradeWord } from './levels';
export { cutWord, silenceWord, standingWord, stepWord } from './funnel';
export {
  contactAboutWord,
  remindedDeliveryWord,
  tellTemplateNote,
  tellTemplateWord,
  toldDeliveryWord,
} from './tellings';
export { jobWord } from './jobs';
export { signInDeviceWords } from './sign-ins';
export {
  listActWord,
  listCellText,
  listCodeWord,
  listColumnWord,
  listSumWords,
  listWord,
  staffStateWord,
} from './lists';
export { messageSentence, messageTitle } from './messages';
export { reachWords } from './reach';
export {
  SMS_TEMPLATE_NAMES,
  SMS_TEXTS,
  UNIT_SMS_TEXTS,
  smsNameOf,
  smsParams,
  smsParts,
  smsText,
} from './text-messages';
export {
  attemptStateWord,
  feeItemWord,
  orderStateWord,
  paymentMethodWord,
  shortMethodWord,
  candidatesWord,
  payerWords,
  orderStandingWord,
  receiptStateWord,
  refundStateWord,
  yuanCapitals,
  yuanWords,
} from './money';
export {
  contactPurposeWord,
  counterStateWords,
  identityRuleWord,
  noticeKindWord,
  nextMonthsWords,
  noticeStandingWords,
  noticeStateWord,
  organiserWord,
  printedEntryWords,
  referenceWord,
  sessionTodoSentence,
  versionDayWords,
  TICKET_TO_PRINT,
  phoneWords,
} from './notices';
export { liveReasonSentence } from './live-reasons';
export { decisionFaultSentence } from './stage-refusals';
export { changeGroupWord, versionWords } from './notice-changed';
export { numberFaultSentence } from './numbers';
export {
  basisWords,
  heldFilePurposeWord,
  heldItemsWords,
  heldKindWord,
  heldPurposeWord,
  keepWords,
  monthsWords,
  periodBoundsWords,
  periodKindWord,
  usualPeriodWords,
} from './personal-data';
export { NO_PHOTO, photoFaultSentence, photoBackgroundWord, photoLackWord, photoRuleSentence } from './photos';
export { planCautionSentence, planConflictSentence, roomKindWord } from './planning';
export { factName, factQuestion, factWord } from './questions';
export { refusalSentence } from './refusals';
export {
  certificateHoldWord,
  certificatePrintWord,
  certificateStateWord,
  chancesWords,
  monthWords,
  collectionMethodWord,
  handOverWord,
  outcomeWord,
  registerStateWord,
  retakeSentence,
  roomHourWords,
  scoreReviewWord,
  specialMarkWord,
  subjectVerdictWord,
  unannouncedWords,
} from './results';
export {
  advancesWord,
  awardQuestionWords,
  finalRanksWords,
  lineWords,
  rankWords,
  totalWords,
  unrankedWord,
} from './ranking';
export { printWord } from './prints';
export { judgeBarWord, judgeConflictWord, judgePlacesWords } from './judging';
export { sheetFaultWord } from './judging-refusals';
export { markSourceWord, stageNoteWord } from './contest-stages';
export { caseWord, dutyWord, roleWord } from './roles';
export { examDaysAndDistanceWords, examDaysWords, sessionChangeSentence, sessionChangeWord } from './session-changes';
export { cellProblemSentence, sheetImportStateWord } from './sheets';
export { doubtWord } from './doubts';
export { foundPlaceWord } from './found';
export { elsewhereWord, returnReasonWord } from './return-reasons';
export {
  REVIEW_OVER_REASON,
  actionWord,
  applicationStateWord,
  progressSentence,
  progressWord,
  sessionStateWord,
  stageSentence,
  stageWord,
} from './stages';
export { type Data, type Sentence } from './table';
export { type TemplateField, fittingTypes, templateFacts, templateFault, templateValues } from './template-values';
export {
  doubtSentence,
  earliestWords,
  reasonSentence,
  ruledDoubtWord,
  shortfallSentence,
  statementWord,
  verdictSentence,
  verdictWord,
} from './verdicts';
export {
  type KeptRow,
  type RosterPlace,
  documentSharedSentence,
  keptRowSentence,
  phoneSharedSentence,
  rosterPlaceWords,
} from './roster-preview';
export {
  disputeFieldWord,
  disputeStateWord,
  photoProblemSentence,
  rowConfirmationWord,
  countedOutcomeSentence,
  rowOutcomeSentence,
  rowReasons,
  rowStandingWord,
  rowStandsWord,
  scanPageWord,
} from './rosters';
export { unitEventWord, unitFieldWord, unitStateWord } from './units';
export { demonstrationEvent, sourceWords, windowWarningSentence, windowWord } from './windows';
export { yearColumnWord, yearFigureWords, yearTotals } from './year';
export {
  EXTRA_OPTIONS,
  authorityFieldWord,
  authoritySheetKindWord,
  extraQuestionWord,
  photoNameWord,
  sourceOfHeader,
} from './authority-sheets';
