import * as z from 'zod/mini';
import { recordOf } from '../kernel';
import { DocumentTypeSchema, OriginSchema } from '../notice';
import { CONTACT_FIELDS, CONTACT_LENGTHS, contactViews } from './contact-fields';
import { endpoint } from './endpoint';
import { Day, DocumentNumber, Id, IdParams, Instant, OfferingView, PersonName, Phone, line, prose } from './fields';

/** What a candidate may ask to have put right once the application is handed in (N3). */
export const CORRECTION_FIELDS = ['name', 'document', 'phone', 'photo', ...CONTACT_FIELDS] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** `dropped`: the application itself went back to the candidate, or ended, before anybody decided. */
export const CORRECTION_STATES = ['open', 'accepted', 'refused', 'withdrawn', 'dropped'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** Why the document is another one: it was written down wrong, or the person has a new one. */
export const DOCUMENT_REASONS = ['mistyped', 'renewed'] as const;
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];

/** What shows the old value on paper: a ticket follows by itself, a certificate is replaced by whoever issues them. */
export const REISSUES = ['ticket', 'certificate'] as const;

const Sex = z.enum(['male', 'female']);

/** One side of a correction; what is not among its `fields` is null. */
const Side = z.object({
  name: z.nullable(z.string()),
  origin: z.nullable(OriginSchema),
  documentType: z.nullable(DocumentTypeSchema),
  /** Masked for the candidate, in full for staff; so is the phone. */
  documentNumber: z.nullable(z.string()),
  documentExpiresOn: z.nullable(Day),
  birthDate: z.nullable(Day),
  sex: z.nullable(Sex),
  phone: z.nullable(z.string()),
  ...contactViews,
  photoUrl: z.nullable(z.string()),
});
export type CorrectionSide = z.output<typeof Side>;

export const CorrectionView = z.object({
  id: Id,
  applicationId: Id,
  state: z.enum(CORRECTION_STATES),
  fields: z.array(z.enum(CORRECTION_FIELDS)),
  documentReason: z.nullable(z.enum(DOCUMENT_REASONS)),
  before: Side,
  after: Side,
  reason: z.string(),
  evidence: z.array(z.object({ id: Id, type: z.string(), url: z.string() })),
  /** Why it was refused. */
  refusal: z.nullable(z.string()),
  askedAt: Instant,
  decidedAt: z.nullable(Instant),
});
export type CorrectionView = z.output<typeof CorrectionView>;

export const StaffCorrectionView = z.object({
  ...CorrectionView.shape,
  bodyId: Id,
  candidateName: z.nullable(z.string()),
  offering: OfferingView,
  sessionName: z.string(),
  /** What shows the old value now, while it is open. */
  reissues: z.array(z.enum(REISSUES)),
});
export type StaffCorrectionView = z.output<typeof StaffCorrectionView>;

/**
 * Asks for a correction, one at a time; a name and a document want evidence. Refuses `wrong-state` before the application
 * is handed in and once it is over.
 */
export const askCorrection = endpoint({
  name: 'askCorrection',
  method: 'POST',
  path: '/applications/:id/corrections',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    name: z.optional(PersonName),
    document: z.optional(
      z.strictObject({
        origin: OriginSchema,
        documentType: DocumentTypeSchema,
        /** Absent: the number stays. */
        documentNumber: z.optional(DocumentNumber),
        documentExpiresOn: z.nullable(Day),
        birthDate: z.optional(Day),
        sex: z.optional(Sex),
        because: z.enum(DOCUMENT_REASONS),
      }),
    ),
    phone: z.optional(Phone),
    photoFileId: z.optional(Id),
    ...recordOf(CONTACT_FIELDS, (field) => z.optional(line(CONTACT_LENGTHS[field]))),
    reason: prose(200),
    evidenceFileIds: z.array(Id).check(z.maxLength(9)),
  }),
  reply: CorrectionView,
  refusals: [
    'wrong-state',
    'correction-open',
    'nothing-changed',
    'evidence-missing',
    'identity-refused',
    'photo-refused',
    'file-refused',
    'data-erased',
  ],
});

/** The corrections of one's own application, newest first. */
export const listCorrections = endpoint({
  name: 'listCorrections',
  method: 'GET',
  path: '/applications/:id/corrections',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ items: z.array(CorrectionView) }),
  refusals: [],
});

export const withdrawCorrection = endpoint({
  name: 'withdrawCorrection',
  method: 'POST',
  path: '/corrections/:id/withdrawal',
  who: 'signed-in',
  params: IdParams,
  reply: CorrectionView,
  refusals: ['wrong-state'],
});

/** A correction to decide; its id is that of the case by which staff find it. */
export const getStaffCorrection = endpoint({
  name: 'getStaffCorrection',
  method: 'GET',
  path: '/staff/corrections/:id',
  who: ['reviewer', 'administrator'],
  params: IdParams,
  reply: StaffCorrectionView,
  refusals: [],
});

/**
 * Decides a correction, once. Accepted, the candidate, the register of people and the indices follow, and a ticket that
 * shows the old value is replaced by one with a new number until the exam is over. Refuses `document-held` and `person-held`
 * as an approval does.
 */
export const decideCorrection = endpoint({
  name: 'decideCorrection',
  method: 'POST',
  path: '/staff/corrections/:id/decision',
  who: ['reviewer'],
  params: IdParams,
  body: z.union([
    z.strictObject({ accept: z.literal(true) }),
    z.strictObject({ accept: z.literal(false), reason: prose(200) }),
  ]),
  reply: StaffCorrectionView,
  refusals: [
    'wrong-state',
    'changed-meanwhile',
    'identity-refused',
    'document-held',
    'person-held',
    'data-erased',
    'number-pattern-wrong',
    'numbers-exhausted',
  ],
});
