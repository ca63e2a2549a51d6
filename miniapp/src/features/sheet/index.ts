export { SheetImport } from './sheet-import';
