import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Id, prose } from './fields';

/** What staff may tell many they chose: a closed list, each for those whom it is true of. */
export const TELL_TEMPLATES = ['mend', 'pay', 'ticket', 'exam', 'contact', 'own'] as const;
export type TellTemplate = (typeof TELL_TEMPLATES)[number];

/** What somebody is asked to call about. */
export const CONTACT_ABOUT = ['papers', 'photo', 'identity', 'payment', 'exam', 'refund'] as const;
export type ContactAbout = (typeof CONTACT_ABOUT)[number];

/** `unclaimed`: nobody has the enrolment in an account, and no SMS went out yet. */
export const TOLD_DELIVERIES = ['read', 'wechat', 'sms', 'in-app', 'unclaimed'] as const;
export type ToldDelivery = (typeof TOLD_DELIVERIES)[number];

/** Words of one's own, read in the app and nowhere else: 5 to 200 characters, and no address to be led astray by. */
const LINK = /:\/\/|www\.|[a-z\d-]+\.(?:com|cn|net|org|top|xyz|vip|cc|io|me|link|site|shop|info|app)(?![a-z\d])/i;
const OwnWords = prose(200, 5).check(z.refine((text) => !hasLink(text)));
export const hasLink = (text: string): boolean => LINK.test(text.normalize('NFKC'));

/** What telling needs to know. */
export const TellNeeds = z.union([
  z.strictObject({ template: z.enum(['mend', 'pay', 'ticket', 'exam']) }),
  z.strictObject({ template: z.literal('contact'), about: z.enum(CONTACT_ABOUT) }),
  z.strictObject({ template: z.literal('own'), text: OwnWords }),
]);
export type TellNeeds = z.output<typeof TellNeeds>;

/** What sending to a frozen choice would do, as things stand now: the four numbers make `total`. */
const TellPreview = z.object({
  total: Count,
  /** Who gets it. */
  fits: Count,
  /** For whom it is not true, or too late. */
  unfit: Count,
  /** Who were told the same today. */
  told: Count,
  /** Who have neither an account nor a phone. */
  unreachable: Count,
  /** Of those who get it: without an account, so that an SMS is all they get. */
  bySmsOnly: Count,
  /** How it reads for one of them. */
  sample: z.nullable(z.object({ name: z.string(), title: z.string(), text: z.string(), sms: z.nullable(z.string()) })),
});
export type TellPreview = z.output<typeof TellPreview>;

export const previewTelling = endpoint({
  name: 'previewTelling',
  method: 'GET',
  path: '/staff/sessions/:id/applicants/selections/:selectionId/message',
  who: ['reviewer', 'finance', 'exam-officer', 'score-officer', 'administrator'],
  params: z.strictObject({ id: Id, selectionId: Id }),
  reply: TellPreview,
  refusals: [],
});
