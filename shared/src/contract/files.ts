import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Id, IdParams, Instant } from './fields';

export const FILE_PURPOSES = ['photo', 'document', 'signature', 'voucher'] as const;

export const FileView = z.object({
  id: Id,
  purpose: z.enum(FILE_PURPOSES),
  type: z.string(),
  bytes: Count,
  url: z.string(),
});
export type FileView = z.output<typeof FileView>;

/** Takes one file (≤ 10 MB): JPEG, PNG or PDF by content. A photo for an application is judged where it is attached. */
export const uploadFile = endpoint({
  name: 'uploadFile',
  method: 'POST',
  path: '/files',
  who: 'signed-in',
  kind: 'upload',
  limit: 'upload',
  query: z.strictObject({ purpose: z.enum(FILE_PURPOSES) }),
  reply: FileView,
  refusals: ['file-refused', 'storage-full', 'upload-quota'],
});

/** A short-lived link to a file of one's own, or of an application one may review. */
export const linkFile = endpoint({
  name: 'linkFile',
  method: 'GET',
  path: '/files/:id/link',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  refusals: [],
});
