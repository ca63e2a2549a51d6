import type { PHOTOS_LEFT, PHOTO_BATCH_STATES, PhotosTaken } from '@jikaotong/shared/contract';
import type { PhotoFacts, PhotoFault } from '@jikaotong/shared/rules/photo';
import { wordsIn } from '../crypto';
import { type Row, encrypted, id, instant, int, json, nullable, record, ref, sealedJson, text, word } from '../db';

/** The originals that an agent chose for one import; what comes of them stands in its items. */
export const photoBatchRecord = record(
  'photo_batch',
  {
    id: id(),
    kind: word<string>(),
    /** The id in the path: a roster, a contest group. */
    subjectId: text(64),
    unitId: ref(),
    accountId: ref(),
    state: word<(typeof PHOTO_BATCH_STATES)[number]>(),
    /** `kind:subject:account` while it is open. */
    liveKey: nullable(text(160)),
    /** `unit:number` while it is open: a unit has so many and no more. */
    slotKey: nullable(text(60)),
    photos: int(),
    /** How many have come or are known not to come. */
    settled: int(),
    /** Of what has come. */
    bytes: int(),
    /** The sheet that took the photos over. */
    importId: nullable(ref()),
    /** What was told of them, until the batch is forgotten. */
    result: nullable(sealedJson<PhotosTaken>()),
    createdAt: instant(),
    expiresAt: instant(),
  },
  {
    unique: { uq_photo_batch_live: ['liveKey'], uq_photo_batch_slot: ['slotKey'] },
    index: { ix_photo_batch: ['kind', 'subjectId', 'accountId', 'id'], ix_photo_batch_unit: ['unitId', 'accountId'] },
  },
);
export type PhotoBatch = Row<typeof photoBatchRecord>;

/** One original under its number: it settles once, however often it is sent. */
export const photoBatchItemRecord = record(
  'photo_batch_item',
  {
    id: id(),
    batchId: ref(),
    number: int(),
    /** As the file was called: a name or a number mostly. */
    name: encrypted(),
    originalBytes: int(),
    settledAt: nullable(instant()),
    /** Why it did not come, or was nothing to keep. */
    leftFor: nullable(word<(typeof PHOTOS_LEFT)[number]>()),
    /** Null: not come, not kept for its faults, or handed over. */
    fileId: nullable(ref()),
    facts: nullable(json<PhotoFacts>()),
    faults: json<readonly PhotoFault[]>(),
  },
  {
    unique: { uq_photo_batch_item: ['batchId', 'number'] },
    index: { ix_photo_batch_file: ['fileId'] },
    foreign: { fk_photo_batch_item: { column: 'batchId', references: 'photo_batch', onDelete: 'CASCADE' } },
  },
);
export type PhotoBatchItem = Row<typeof photoBatchItemRecord>;
export const itemWords = wordsIn<'name'>('photo_batch_item');
