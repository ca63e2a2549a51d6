export {
  type Change,
  type ChangeData,
  type ChangeGroup,
  type ChangeSide,
  type ChangeUnit,
  type ChangedLeaf,
  CHANGE_GROUPS,
} from './change';
export { changesOf } from './changes-of';
export { type Concern, type Standing, concernOf } from './concerns';
