import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, Instant, PageQuery, pageOf } from './fields';

/** A message to an account: a code and data, turned into a sentence by words. */
const MessageView = z.object({
  id: Id,
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** What it is about, where that has a page of its own: an application, or an entry to a competition. */
  applicationId: z.nullable(Id),
  entryId: z.nullable(Id),
  sentAt: Instant,
  readAt: z.nullable(Instant),
});
export type MessageView = z.output<typeof MessageView>;

export const listMessages = endpoint({
  name: 'listMessages',
  method: 'GET',
  path: '/messages',
  who: 'signed-in',
  query: z.strictObject(PageQuery),
  reply: z.object({ ...pageOf(MessageView).shape, unread: Count }),
  refusals: [],
});

export const readMessages = endpoint({
  name: 'readMessages',
  method: 'POST',
  path: '/messages/reads',
  who: 'signed-in',
  body: z.strictObject({ upTo: Id }),
  reply: Done,
  refusals: [],
});
