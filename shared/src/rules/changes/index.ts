export {
  type NoticeChange,
  type ChangeData,
  type ChangeGroup,
  type ChangeSide,
  type ChangeUnit,
  type ChangedLeaf,
  CHANGE_GROUPS,
} from './notice-change';
export { noticeChangesOf } from './notice-changes-of';
export { type Concern, type Standing, concernOf } from './concerns';
