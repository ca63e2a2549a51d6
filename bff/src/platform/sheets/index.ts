export type { Column, SheetProblem, SheetProblemCode, SheetRefusal, SheetRow } from './column';
export { readSheet, withCells } from './read-sheet';
export { markedSheet, writeSheet } from './write-sheet';
