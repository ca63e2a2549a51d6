export {
  type Change,
  type ChangeData,
  type ChangeGroup,
  type ChangeSide,
  type ChangeUnit,
  type ChangedLeaf,
  CHANGE_GROUPS,
} from './change';
