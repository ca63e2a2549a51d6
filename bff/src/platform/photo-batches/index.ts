export type { BatchKind } from './batch-kind';
export { batchJobs, dropBatchesOf } from './end-batch';
export { photoBatchItemRecord, photoBatchRecord } from './photo-batch.record';
export { findBatch } from './photo-batch.repository';
export { presentBatch, shownBy } from './present-batch';
export { serveBatches } from './serve-batches';
export { type BatchPhoto, handOver, photosOf, wholeBatch } from './take-batch';
