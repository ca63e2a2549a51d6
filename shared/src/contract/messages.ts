import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, FenAmount, Id, IdParams, Instant, PageQuery, pageOf } from './fields';

export const MESSAGE_CODES = [
  'application-submitted',
  'application-returned',
  'application-return-taken-back',
  'application-approved',
  'application-approved-unit-pays',
  'application-reopened',
  'application-rejected',
  'application-unreviewed',
  'application-lapsed',
  'application-reinstated',
  'application-withdrawn',
  'correction-asked',
  'correction-accepted',
  'correction-refused',
  'slip-sent-back',
  'payment-reminder',
  'payment-settled',
  'payment-undone',
  'transfer-refused',
  'refund-account-asked',
  'refund-succeeded',
  'ticket-issued',
  'subject-announced',
  'seat-moved',
  'exam-reminder',
  'results-published',
  'result-pending',
  'score-review-decided',
  'certificate-issued',
  'certificate-voided',
  'certificate-replaced',
  'certificate-duplicated',
  'certificate-ready',
  'certificate-uncollected',
  'certificate-sent',
  'certificate-collected',
  'certificate-registered',
  'session-changed',
  'session-cancelled',
  'session-transferred',
  'session-left',
  'exam-day-recheck',
  'exam-day-added',
  'second-factor-reset',
  'contest-entered',
  'contest-withdrawn',
  'contest-accepted',
  'contest-refused',
  'registration-listed',
  'contest-stage-announced',
  'contest-stage-reminder',
  'stage-papers-due',
  'contest-training-set',
  'contest-training-cancelled',
  'contest-training-reminder',
  'contest-drawn',
  'contest-ticket-issued',
  'contest-ticket-void',
  'contest-stage-cancelled',
  'contest-awarded',
  'award-account-asked',
  'award-coach-asked',
  'award-changed',
  'award-recommendation-due',
  'protest-decided',
  'judge-places-changed',
  'stage-published',
  'stage-republished',
  'stage-admitted',
  'contest-opens',
  'contest-closes',
  'notice-changed',
  'mend-reminder',
  'ticket-unopened',
  'contact-asked',
  'staff-note',
  'breach-notified',
  'breach-dropped',
  'breach-decided',
  'breach-appeal-decided',
  'breach-barred',
  'roster-row-waiting',
  'roster-row-changed',
  'roster-row-answered',
  'roster-row-refused',
  'unit-roster-news',
  'unit-stage-tickets',
  'unit-contest-news',
  'unit-counter-open',
  'unit-decided',
  'ban-lifted',
] as const;
/** What an account is told; data keys: payBy, totalFen, byHand (1: returned by finance, not by WeChat), reason, examOn, startsAt, siteName, closes, reviewCloses, outcome, number, fields; of a changed session also sessionName, examBefore, choiceUntil; of a roster unitName. */
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

/** Whether an account gets SMS of what must not be missed; codes to sign in with come all the same. */
const OwnTextMessages = z.object({
  isOn: z.boolean(),
  /** Where they go; null: no phone is bound, so none come. */
  phoneMasked: z.nullable(z.string()),
});

export const getOwnTextMessages = endpoint({
  name: 'getOwnTextMessages',
  method: 'GET',
  path: '/me/text-messages',
  who: 'signed-in',
  reply: OwnTextMessages,
  refusals: [],
});

export const setOwnTextMessages = endpoint({
  name: 'setOwnTextMessages',
  method: 'PUT',
  path: '/me/text-messages',
  who: 'signed-in',
  body: z.strictObject({ isOn: z.boolean() }),
  reply: OwnTextMessages,
  refusals: [],
});

/** What a body sends by SMS and what it costs; sign-in codes belong to the installation and are not counted here. */
const BodyTextMessages = z.object({
  isOn: z.boolean(),
  /** Billed messages a month at most; what comes after it is not sent. */
  mostAMonth: Count,
  /** What one billed message costs. */
  partFen: FenAmount,
  /** The last twelve months in which there was something, newest first. */
  months: z.array(
    z.object({
      month: z.string(),
      sent: Count,
      /** As they are billed: a long one is two. */
      parts: Count,
      fen: FenAmount,
      /** Not sent, because the month was full. */
      heldBack: Count,
    }),
  ),
});
export type BodyTextMessages = z.output<typeof BodyTextMessages>;

export const getBodyTextMessages = endpoint({
  name: 'getBodyTextMessages',
  method: 'GET',
  path: '/staff/bodies/:id/text-messages',
  who: ['administrator', 'finance'],
  params: IdParams,
  reply: BodyTextMessages,
  refusals: [],
});

export const setBodyTextMessages = endpoint({
  name: 'setBodyTextMessages',
  method: 'PUT',
  path: '/staff/bodies/:id/text-messages',
  who: ['administrator'],
  params: IdParams,
  body: z.strictObject({ isOn: z.boolean(), mostAMonth: z.int().check(z.gte(0), z.lte(1_000_000)) }),
  reply: BodyTextMessages,
  refusals: [],
});
