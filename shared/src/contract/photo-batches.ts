import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, IdParams, Instant, line } from './fields';
import type { RefusalCode } from './refusals';

/** `open`: photos come; `handed-over`: they stand where they belong; `cancelled` and `expired`: what had come is erased. */
export const PHOTO_BATCH_STATES = ['open', 'handed-over', 'cancelled', 'expired'] as const;
/** Why a photo never left the desk. */
export const PHOTOS_LEFT = ['photo-damaged', 'photo-heic'] as const;
/** The quota of one import: so many photos, of so many bytes together, each at most so large once it is shrunk. */
export const BATCH_QUOTA = {
  photos: 1_000,
  bytes: 300_000_000,
  photoBytes: 4_000_000,
  originalBytes: 2_000_000_000,
} as const;
/** How many imports of one unit may be under way at once. */
export const BATCHES_AT_ONCE = 4;

/** What became of the photos of many: how many were taken, whose were not and why, and who still has none. */
export const PhotosTaken = z.object({
  taken: Count,
  problems: z.array(
    z.object({
      file: z.string(),
      code: z.string(),
      /** Whose it is; null: nobody's that is known. */
      name: z.nullable(z.string()),
      /** The same for all photos that were not taken for the same. */
      reason: z.string(),
      faults: z.array(z.string()),
      /** One by the rule that found nobody: kept a day, to be given to somebody; `url` shows it. */
      photo: z.optional(z.object({ fileId: Id, url: z.string() })),
    }),
  ),
  /** Who is still without a photo, the first twenty by name. */
  missing: z.object({ count: Count, names: z.array(z.string()) }),
});
export type PhotosTaken = z.output<typeof PhotosTaken>;

/** The originals that somebody chose at the desk, and which of them are here already: whoever comes back sends the rest. */
export const PhotoBatchView = z.object({
  id: Id,
  state: z.enum(PHOTO_BATCH_STATES),
  photos: z.array(
    z.object({
      number: Count,
      /** As the file was called at the desk. */
      name: z.string(),
      /** Of the original, before it was shrunk. */
      bytes: Count,
      /** Has come, or is known not to come. */
      settled: z.boolean(),
    }),
  ),
  /** What a photo must be made into before it is sent. */
  wanted: z.object({ format: z.enum(['jpeg', 'png']), minBytes: Count, maxBytes: Count }),
  expiresAt: Instant,
  /** The sheet that took the photos over, where they came with one. */
  importId: z.nullable(Id),
  result: z.nullable(PhotosTaken),
});
export type PhotoBatchView = z.output<typeof PhotoBatchView>;

/** Larger than any photo; what is larger still is told as so large. */
const OriginalBytes = z.int().check(z.gte(0), z.lte(BATCH_QUOTA.originalBytes));
const number = z.coerce.number().check(z.int(), z.gte(1), z.lte(BATCH_QUOTA.photos));
export const BatchParams = z.strictObject({ id: Id, batchId: Id });
const PhotoParams = z.strictObject({ id: Id, batchId: Id, number });

/**
 * Photos of many, each sent alone below the path of what they belong to (`/…/:id/…`): the list of originals first, then
 * each under its number, in any order and as often as the network makes one. An agent has one open batch at a time.
 */
export const photoBatchEndpoints = ({
  name,
  path,
  refusals,
}: {
  name: string;
  path: `/${string}`;
  /** What may stand against taking anything at all. */
  refusals: readonly RefusalCode[];
}) => {
  const who = 'signed-in';
  return {
    /** The same list again gives the batch that is open; another one while a batch is open is refused (`batch-open`). */
    begin: endpoint({
      name: `begin${name}`,
      method: 'POST',
      path: `${path}/photo-batches`,
      who,
      params: IdParams,
      body: z.strictObject({
        photos: z
          .array(z.strictObject({ name: line(200), bytes: OriginalBytes }))
          .check(z.minLength(1), z.maxLength(2 * BATCH_QUOTA.photos)),
      }),
      reply: PhotoBatchView,
      refusals: [...refusals, 'batch-open', 'batch-too-many', 'batches-at-once'],
    }),
    /** One's own batch that is open or was handed over last; null: none is kept. */
    get: endpoint({
      name: `get${name}`,
      method: 'GET',
      path: `${path}/photo-batches/last`,
      who,
      params: IdParams,
      reply: z.object({ batch: z.nullable(PhotoBatchView) }),
      refusals: [],
    }),
    /** `sha256` of what is sent, in hex. A number that has come keeps what came first. */
    send: endpoint({
      name: `send${name}`,
      method: 'POST',
      path: `${path}/photo-batches/:batchId/photos/:number`,
      who,
      kind: 'upload',
      limit: 'photo',
      params: PhotoParams,
      query: z.strictObject({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
      reply: Done,
      refusals: [...refusals, 'checksum-wrong', 'batch-over', 'batch-full', 'storage-full'],
    }),
    /** Says that a photo cannot be sent: the desk could not open it. */
    leave: endpoint({
      name: `leave${name}`,
      method: 'PUT',
      path: `${path}/photo-batches/:batchId/photos/:number`,
      who,
      limit: 'photo',
      params: PhotoParams,
      body: z.strictObject({ why: z.enum(PHOTOS_LEFT) }),
      reply: Done,
      refusals: [...refusals, 'batch-over'],
    }),
    /** Erases what has come. */
    cancel: endpoint({
      name: `cancel${name}`,
      method: 'DELETE',
      path: `${path}/photo-batches/:batchId`,
      who,
      params: BatchParams,
      reply: Done,
      refusals: ['batch-over'],
    }),
  };
};
export type PhotoBatchEndpoints = ReturnType<typeof photoBatchEndpoints>;
