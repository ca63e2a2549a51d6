import * as z from 'zod/mini';
import { TimeSchema, code, listOf, listOfSome, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';
import { UnitKindSchema } from './award';

const source = SourceSchema;

/** Where something is read, fetched or sent: a site, a WeChat account, an app, a counter. */
export const ChannelSchema = z.strictObject({
  kind: z.enum(['website', 'wechat', 'app', 'email', 'counter']),
  name: text,
  url: orNull(text),
  source,
});
export type Channel = z.infer<typeof ChannelSchema>;

/** How one applies, alone or as a group; `steps` on somebody else's site, in order. */
export const ApplicationMethodSchema = z.strictObject({
  who: z.enum(['individual', 'group']),
  where: z.enum(['online', 'counter', 'elsewhere']),
  text,
  url: orNull(text),
  address: orNull(text),
  phone: orNull(text),
  steps: listOf(z.strictObject({ text, source })),
  /** Of a group: the only kinds of unit that may, and whether the unit examines its people first. */
  group: z.optional(
    z.strictObject({
      unitKinds: z.optional(sourced(listOfSome(UnitKindSchema))),
      firstReview: z.optional(sourced(yesOrNo)),
    }),
  ),
  source,
});
export type ApplicationMethod = z.infer<typeof ApplicationMethodSchema>;

export const TicketSchema = z.strictObject({
  form: sourced(z.enum(['electronic', 'paper'])),
  printAndBring: sourced(yesOrNo),
  channels: listOf(ChannelSchema),
});
export type TicketRule = z.infer<typeof TicketSchema>;

export const ResultsSchema = z.strictObject({
  channels: listOf(ChannelSchema),
  /** Whether names are shown in public; false: each candidate looks up only their own. */
  publicity: sourced(yesOrNo),
  /** Null where no score review is printed; `publicity`: asked for while the publicity lasts. */
  scoreReview: orNull(sourced(z.enum(['inside-publicity', 'by-body']))),
});
export type ResultsRule = z.infer<typeof ResultsSchema>;

export const CertificateSchema = z.strictObject({
  issuer: sourced(text),
  lookUps: listOf(z.strictObject({ name: text, url: text, source })),
  collection: listOfSome(
    z.strictObject({ method: z.enum(['in-person', 'courier', 'agent-letter', 'unit-list']), text, source }),
  ),
  /** The notice that names time and way of collection. */
  announcedBy: orNull(sourced(text)),
});
export type CertificateRule = z.infer<typeof CertificateSchema>;

/** Where papers are taken. `days`: the weekdays listed, or every working day (worked weekends too). */
export const CounterSchema = z.strictObject({
  address: sourced(text),
  days: z.enum(['weekdays', 'workdays']),
  /** 1 is Monday; empty with `workdays`. */
  weekdays: listOf(wholeNumber(1, 7)),
  hours: listOfSome(z.strictObject({ from: TimeSchema, to: TimeSchema })),
  closedOnHolidays: sourced(yesOrNo),
  source,
});
export type Counter = z.infer<typeof CounterSchema>;

export const ContactSchema = z.strictObject({
  kind: z.enum(['phone', 'mobile', 'email', 'wechat', 'website', 'address']),
  purpose: z.enum(['consulting', 'supervision', 'group-application', 'payment', 'enquiry']),
  label: text,
  value: text,
  extension: orNull(text),
  hours: z.optional(text),
  source,
});
export type Contact = z.infer<typeof ContactSchema>;

export const LinkSchema = z.strictObject({ label: text, url: text, source });
export type Link = z.infer<typeof LinkSchema>;

export const AttachmentSchema = z.strictObject({ code, label: text, source });
export type Attachment = z.infer<typeof AttachmentSchema>;

/** A standard, rule, book or guide that the notice rests on or names. */
export const ReferenceSchema = z.strictObject({
  code,
  kind: z.enum(['standard', 'rule', 'book', 'guide']),
  title: text,
  url: orNull(text),
  source,
});
export type Reference = z.infer<typeof ReferenceSchema>;

/** A rule in words that nothing computes, shown as printed; `onTicket`: the candidate needs it on the exam day. */
export const NoteSchema = z.strictObject({ code, text, source, onTicket: z.prefault(yesOrNo, false) });
export type Note = z.infer<typeof NoteSchema>;
