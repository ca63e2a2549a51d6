export { type RowError, annotateErrors } from './annotate-errors';
export type { Column, SheetProblem, SheetProblemCode } from './column';
export { type SheetRead, type SheetRefusal, type SheetRow, readSheet } from './read-sheet';
export {
  type ScoreProblem,
  type ScoreRow,
  type ScoreSubject,
  type ScoreTemplate,
  type SheetMark,
  readScoreSheet,
  scoreColumns,
  writeScoreSheet,
} from './score-sheet';
export { type SheetTemplate, writeSheet } from './write-sheet';
export { workbookOfCsv } from './workbook-of-csv';
