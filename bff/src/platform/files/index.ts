export { type StoredFile, fileRecord } from './file.record';
export { type FileRefusal, type FileSpec, type Files, LINK_MS, filesIn } from './files';
export { MAX_PIXELS } from './image';
export { hasRoom } from './room';
export { UNATTACHED_MS, sweepFiles } from './sweep';
export { type FileColumn, unattachedOf } from './unattached';
export { findFile, findFiles, recordFile } from './file.repository';
export { smallPictures } from './small-pictures';
