import {
  type Migration,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  ref,
  sealedJson,
  text,
  word,
} from '../platform/db';

/** Photos of many that come one by one from a desk. */
export const photoBatches: Migration = {
  name: '20261130-170000-photo-batches',
  up: async (schema) => {
    await schema.table(
      'photo_batch',
      {
        id: id(),
        kind: word<string>(),
        subjectId: text(64),
        unitId: ref(),
        accountId: ref(),
        state: word<string>(),
        liveKey: nullable(text(160)),
        slotKey: nullable(text(60)),
        photos: int(),
        settled: int(),
        bytes: int(),
        importId: nullable(ref()),
        result: nullable(sealedJson()),
        createdAt: instant(),
        expiresAt: instant(),
      },
      {
        unique: { uq_photo_batch_live: ['liveKey'], uq_photo_batch_slot: ['slotKey'] },
        index: {
          ix_photo_batch: ['kind', 'subjectId', 'accountId', 'id'],
          ix_photo_batch_unit: ['unitId', 'accountId'],
        },
      },
    );
    await schema.table(
      'photo_batch_item',
      {
        id: id(),
        batchId: ref(),
        number: int(),
        name: encrypted(),
        originalBytes: int(),
        settledAt: nullable(instant()),
        leftFor: nullable(word<string>()),
        fileId: nullable(ref()),
        facts: nullable(json<unknown>()),
        faults: json<unknown>(),
      },
      {
        unique: { uq_photo_batch_item: ['batchId', 'number'] },
        index: { ix_photo_batch_file: ['fileId'] },
        foreign: { fk_photo_batch_item: { column: 'batchId', references: 'photo_batch', onDelete: 'CASCADE' } },
      },
    );
  },
};
