import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, Instant, PageQuery, pageOf } from './fields';

export const MESSAGE_CODES = [
  'application-submitted',
  'application-returned',
  'application-approved',
  'application-reopened',
  'application-rejected',
  'application-lapsed',
  'application-reinstated',
  'application-withdrawn',
  'correction-asked',
  'correction-accepted',
  'correction-refused',
  'slip-sent-back',
  'payment-reminder',
  'payment-settled',
  'transfer-refused',
  'refund-succeeded',
  'ticket-issued',
  'subject-announced',
  'exam-reminder',
  'results-published',
  'score-review-decided',
  'certificate-issued',
  'certificate-voided',
  'certificate-replaced',
  'session-changed',
  'session-cancelled',
  'session-transferred',
  'session-left',
  'exam-day-recheck',
  'second-factor-reset',
  'contest-entered',
  'contest-withdrawn',
  'contest-accepted',
  'contest-refused',
  'registration-listed',
  'contest-stage-announced',
  'contest-stage-reminder',
  'contest-opens',
  'contest-closes',
  'notice-changed',
] as const;
/** What an account is told; data keys: payBy, totalFen, reason, examOn, startsAt, siteName, closes, reviewCloses, outcome, number, fields; of a changed session also sessionName, examBefore, choiceUntil. */
export type MessageCode = (typeof MESSAGE_CODES)[number];

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

/** Which message goes through which of WeChat's subscribe templates; nothing where none is configured. */
export const listMessageTemplates = endpoint({
  name: 'listMessageTemplates',
  method: 'GET',
  path: '/message-templates',
  who: 'signed-in',
  reply: z.object({ items: z.array(z.object({ code: z.string(), templateId: z.string() })) }),
  refusals: [],
});
