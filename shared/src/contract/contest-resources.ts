/** The resources of a competition, a file each. */
export * as awardAccounts from './award-accounts';
export type { AwardAccountView } from './award-accounts';
export * as awardLists from './award-lists';
export * as coachContacts from './coach-contacts';
export * as contestEntries from './contest-entries';
export * as contestFilings from './contest-filings';
export * as contestGroups from './contest-groups';
export * as groupTickets from './group-tickets';
export type { EntrantPlaceView } from './group-tickets';
export * as contestTrainings from './contest-trainings';
export * as contests from './contests';
export * as judgePhones from './judge-phones';
export * as judgePlaces from './judge-places';
export * as ownAwards from './own-awards';
export type { OwnAwards } from './own-awards';
export * as reach from './reach';
export type { NewsReach } from './reach';
export * as stageDraws from './stage-draws';
export * as stageMarks from './stage-marks';
export * as stagePublication from './stage-publication';
export * as stageRankings from './stage-rankings';
export type { ContestGroupView } from './contest-groups';
export {
  type OwnTraining,
  TRAINING_ATTENDANCES,
  type TrainingAttendance,
  type TrainingView,
} from './contest-trainings';
export { type JudgeAct, JudgeList, OwnMark } from './judge-phones';
export type { OwnPlace, StaffStageDraw } from './stage-draws';
