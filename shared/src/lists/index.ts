export {
  type Act,
  type Acts,
  type Choice,
  MOST_CHOSEN,
  type RefusalKind,
  type RowResult,
  SelectionView,
  type Which,
} from './acts';
export { applicantList } from './applicants';
export { banList } from './bans';
export { importedList } from './imported-records';
export { CONSENTS, type PrizeMoney, awardList, protestList } from './awards';
export { breachList } from './breaches';
export { AUDIT_ACTORS, auditList } from './audit';
export {
  MARK_MEANINGS,
  type Column,
  type ColumnKind,
  type Columns,
  type Mask,
  type Row,
  code,
  codes,
  data,
  day,
  fen,
  flag,
  instant,
  mark,
  markMeaning,
  named,
  nullable,
  number,
  openCode,
  personal,
  picture,
  sealed,
  text,
} from './columns';
export { type ActOf, type ColumnOf, type List, type ListRow, type Tally, defineList } from './define-list';
export { PLACE_STATES, type PlaceState, drawnPlaceList } from './drawn-places';
export {
  ENTRY_DOUBTS,
  ENTRY_STANDINGS,
  type EntryDoubt,
  type EntryStanding,
  RANKINGS,
  type Ranking,
  entryList,
} from './entries';
export { DOUBTS, type Doubt } from '../contract';
export { reviewList } from './reviews';
export { type Asked, type Filter, type Filters, type FilterValue, codesIn, readFilterValue } from './filters';
export { ORDER_STANDINGS, type OrderStanding, orderList } from './orders';
export { moneyCaseList, peopleCaseList } from './cases';
export { certificateList } from './certificates';
export { objectionList } from './objections';
export { ACTING_LISTS, type OwnSelection, listSelections } from './selections';
export { scoreReviewList } from './score-reviews';
export { SCORE_OUTCOMES, scoreList } from './scores';
export { ATTENDANCE_BASES, type AttendanceBasis, SITTING_STATES, type SittingState, seatList } from './seats';
export { stageEntrantList } from './stage-entrants';
export { STAFF_STATES, staffList } from './staff';
export { toldList } from './told';
export { traineeList } from './trainees';
export { unitList } from './units';
