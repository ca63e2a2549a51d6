export type {
  ActContext,
  ActOn,
  CellSource,
  Chosen,
  Condition,
  ListSource,
  NamesOf,
  SealedSource,
} from './list-source';
export { among, anyOf } from './condition';
export { viewOf } from './acting';
export { countStatesOf, findSelection, findSelectionsOf, forgetOldSelections, openNeeds } from './selection.repository';
export { selectionRecord, selectionRowRecord } from './selection.record';
export { serveList } from './serve-list';
