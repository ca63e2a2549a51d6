export { ImportRun } from './import-run';
export { SheetImport } from './sheet-import';
