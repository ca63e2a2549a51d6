export { MOST_PROBLEMS, OF_WHOLE_SHEET } from './column';
export type { Column, SheetProblem, SheetProblemCode, SheetRead, SheetRefusal, SheetRow } from './column';
export type { SheetLayout } from './reading/layout-of';
export { LONGEST_HEADER } from './reading/tab';
export { readPackage, readPictures } from './read-package';
export { readLayout, readSheet, withCells } from './read-sheet';
export { fillSheet, markedSheet, writeSheet } from './write-sheet';
