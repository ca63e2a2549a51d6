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
export { among } from './condition';
export { findSelection, forgetOldSelections } from './selection.repository';
export { selectionRecord, selectionRowRecord } from './selection.record';
export { serveList } from './serve-list';
