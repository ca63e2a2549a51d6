export { serveSheet } from './serve-sheet';
export { sheetImportRecord, sheetItemRecord } from './sheet-import.record';
export { runningImport } from './sheet-import.repository';
export type { Chunk, Compared, KeptPicture, SheetChange, SheetKind, StayingRow } from './sheet-kind';
