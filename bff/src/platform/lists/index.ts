export type { ActContext, CellSource, Chosen, Condition, ListSource, SealedSource } from './list-source';
export { forgetOldSelections } from './selection.repository';
export { selectionRecord, selectionRowRecord } from './selection.record';
export { serveList } from './serve-list';
