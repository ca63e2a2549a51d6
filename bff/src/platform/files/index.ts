export { type StoredFile, fileRecord } from './file.record';
export { type FileRefusal, type FileSpec, type Files, LINK_MS, filesIn } from './files';
export { MAX_PIXELS } from './image';
export { findFile, recordFile } from './record-file';
