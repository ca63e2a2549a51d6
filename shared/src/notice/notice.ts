import * as z from 'zod/mini';
import { ConditionSchema } from './condition';
import { ConductSchema } from './conduct';
import { ContestSchema } from './contest';
import {
  ApplicationMethodSchema,
  AttachmentSchema,
  CertificateSchema,
  ContactSchema,
  CounterSchema,
  LinkSchema,
  NoteSchema,
  ReferenceSchema,
  ResultsSchema,
  TicketSchema,
} from './desk';
import { DocumentLeafSchema } from './document';
import { FeesSchema } from './fees';
import { IdentitySchema, PhotoSchema } from './identity';
import { MajorListSchema, OccupationListSchema, OfferingSchema } from './offering';
import { DaySchema, code, listOf, listOfSome, orNothing, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';
import { RetakeSchema, ScheduleRowSchema, WindowSchema } from './window';

/** The version of this language that this code reads; a reader that meets another asks the server. */
export const NOTICE_LANGUAGE = 1;

/** A notice as data: read from failsafe YAML or from its own JSON; parsing twice gives the same. */
export const NoticeSchema = z.strictObject({
  language: z.pipe(
    z.transform((given) => (given === '1' ? 1 : given)),
    z.literal(NOTICE_LANGUAGE),
  ),
  id: code,
  kind: z.enum(['certification', 'competition']),
  title: sourced(text),
  year: wholeNumber(2000, 2100),
  body: z.strictObject({ id: code, name: text }),
  documentNumber: orNull(sourced(text)),
  issuedOn: orNull(sourced(DaySchema)),
  /** Where it is held or applied for; what no notice prints is null. */
  place: orNothing(z.strictObject({ city: sourced(text), district: orNull(sourced(text)) })),
  organisers: listOfSome(
    z.strictObject({
      role: z.enum(['issuer', 'implementer', 'host', 'undertaker', 'co-organiser']),
      name: text,
      source: SourceSchema,
    }),
  ),
  offerings: listOfSome(OfferingSchema),
  /** Bind every offering, beside its routes: all of them must hold. */
  conditions: listOf(ConditionSchema),
  relatedOccupations: listOf(OccupationListSchema),
  relatedMajors: listOf(MajorListSchema),
  applicationMethods: listOfSome(ApplicationMethodSchema),
  /** Papers that everybody hands in, whatever the route. */
  documents: listOf(DocumentLeafSchema),
  identity: orNull(IdentitySchema),
  photo: orNull(PhotoSchema),
  /** The day on which 满N年 and 周岁 are judged. */
  referenceDay: sourced(z.enum(['application-day', 'exam-day'])),
  reviewBeforePayment: sourced(yesOrNo),
  fees: orNull(FeesSchema),
  windows: listOf(WindowSchema),
  schedule: listOf(ScheduleRowSchema),
  ticket: orNull(TicketSchema),
  results: orNull(ResultsSchema),
  retake: orNull(RetakeSchema),
  certificate: orNull(CertificateSchema),
  /** Of a competition; null in a certification. */
  contest: orNothing(ContestSchema),
  conduct: orNothing(ConductSchema),
  counters: listOf(CounterSchema),
  contacts: listOf(ContactSchema),
  links: listOf(LinkSchema),
  attachments: listOf(AttachmentSchema),
  references: listOf(ReferenceSchema),
  notes: listOf(NoteSchema),
});
export type Notice = z.infer<typeof NoticeSchema>;

/** The offering with this code, or null. */
export const offeringOf = (
  notice: Pick<Notice, 'offerings'>,
  offeringCode: string,
): Notice['offerings'][number] | null => notice.offerings.find((offering) => offering.code === offeringCode) ?? null;
