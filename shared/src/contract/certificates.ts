import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, IdParams, OfferingView, PersonName, line, prose, typedCode } from './fields';

const who = ['publisher', 'administrator'] as const;

/** Why somebody who passed gets no certificate yet: the mark is being checked, a breach is not decided, or the level has no place in the number. */
export const CERTIFICATE_HOLDS = [
  'review-open',
  'objection-open',
  'breach-open',
  'level-without-form',
  'not-printable',
] as const;
export type CertificateHold = (typeof CERTIFICATE_HOLDS)[number];

/**
 * How a certificate stands for staff: `to-replace` prints what was put right since, `replaced` is void because another one
 * stands for it.
 */
export const CERTIFICATE_STATES = ['issued', 'to-replace', 'void', 'replaced'] as const;
/** What a certificate prints otherwise than it is now. */
export const CERTIFICATE_DIFFERENCES = ['name', 'documentNumber', 'photo'] as const;

const Issuable = z.object({
  offering: OfferingView,
  candidates: Count,
  /** As the sequence stands now. */
  firstNumber: z.string(),
  lastNumber: z.string(),
});

/** What issuing certificates would do at this moment: to how many, under which numbers, who waits and what is missing. */
const CertificatePreview = z.object({
  candidates: Count,
  offerings: z.array(Issuable),
  held: z.array(z.object({ hold: z.enum(CERTIFICATE_HOLDS), offering: OfferingView, names: z.array(z.string()) })),
  alreadyIssued: Count,
  sealed: z.boolean(),
  /** The body's numbers stand for no filing. */
  demonstration: z.boolean(),
});
export type CertificatePreview = z.output<typeof CertificatePreview>;

/** Shown before certificates are issued. */
export const previewCertificates = endpoint({
  name: 'previewCertificates',
  method: 'GET',
  path: '/staff/sessions/:id/certificates/preview',
  who,
  params: IdParams,
  reply: CertificatePreview,
  refusals: ['not-published', 'publicity-open', 'numbers-exhausted', 'number-pattern-wrong'],
});

/**
 * Issues certificates to everybody who passed, after publicity; whose mark is being checked waits alone (B26 三（五）1).
 * `candidates` is the number that staff saw; without a seal only when `withoutSeal` says so.
 */
export const issueCertificates = endpoint({
  name: 'issueCertificates',
  method: 'POST',
  path: '/staff/sessions/:id/certificates',
  who,
  params: IdParams,
  body: z.strictObject({ candidates: Count, withoutSeal: z.optional(z.boolean()) }),
  reply: z.object({ issued: Count, alreadyIssued: Count }),
  refusals: [
    'not-published',
    'publicity-open',
    'changed-meanwhile',
    'seal-missing',
    'numbers-exhausted',
    'number-pattern-wrong',
  ],
});

export const CertificateView = z.object({
  applicationId: Id,
  /** 22 characters (DOMAIN §2). */
  number: z.string(),
  state: z.enum(['issued', 'void']),
  name: z.string(),
  documentType: DocumentTypeSchema,
  documentNumberMasked: z.string(),
  offering: OfferingView,
  bodyName: z.string(),
  issuedOn: Day,
  photoUrl: z.string(),
  /** The signed token, which a phone checks without a network. */
  qr: z.string(),
  /** An address with the token inside, which any camera and WeChat open: what the QR code says. */
  link: z.string(),
  /** The official look-up; null where the notice names none. */
  lookupUrl: z.nullable(z.string()),
  /** When staff confirmed that the official look-up shows it; null: 待上传. */
  registeredOn: z.nullable(Day),
  /** When it was printed again, the paper being lost. */
  duplicatedOn: z.nullable(Day),
  /** Of a void one: since when, and why. */
  voidedOn: z.nullable(Day),
  voidReason: z.nullable(z.string()),
  /** Those that it stands for, newest first; none of them holds any more. */
  earlier: z.array(z.object({ number: z.string(), voidedOn: z.nullable(Day), replaced: z.boolean() })),
});
export type CertificateView = z.output<typeof CertificateView>;

export const getCertificate = endpoint({
  name: 'getCertificate',
  method: 'GET',
  path: '/applications/:id/certificate',
  who: 'signed-in',
  params: IdParams,
  reply: CertificateView,
  refusals: [],
});

export const downloadCertificate = endpoint({
  name: 'downloadCertificate',
  method: 'GET',
  path: '/applications/:id/certificate.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

/** The same as a picture, for the album of the phone; the number of the document masked. A void one has none. */
export const downloadCertificatePicture = endpoint({
  name: 'downloadCertificatePicture',
  method: 'GET',
  path: '/applications/:id/certificate.png',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['wrong-state'],
});

/** What the QR of a certificate says once its signature holds; never a document's number. */
export const CertificateToken = z.object({
  kind: z.literal('certificate'),
  number: z.string(),
  name: z.string(),
  occupation: z.string(),
  level: z.nullable(z.int()),
  bodyName: z.string(),
  issuedOn: Day,
});
export type CertificateToken = z.output<typeof CertificateToken>;

/** Anybody checks a certificate by its QR token, or by number and full name. */
export const verifyCertificate = endpoint({
  name: 'verifyCertificate',
  method: 'GET',
  path: '/certificates/verification',
  who: 'anybody',
  limit: 'look-up',
  query: z.union([z.strictObject({ token: line(800) }), z.strictObject({ number: typedCode(30), name: PersonName })]),
  reply: z.object({
    number: z.string(),
    state: z.enum(['issued', 'void']),
    nameMasked: z.string(),
    occupation: z.string(),
    level: z.nullable(z.int()),
    bodyName: z.string(),
    issuedOn: Day,
    voidedOn: z.nullable(Day),
    /** Void because another certificate stands for it; its number is the holder's to tell. */
    replaced: z.boolean(),
    /** The last day on which it was printed again under the same number (补发). */
    duplicatedOn: z.nullable(Day),
    /** Issued before the body worked with this system: held against its register. */
    fromBefore: z.boolean(),
  }),
  refusals: ['token-invalid', 'not-found'],
});

/** One certificate as staff see it, with what it prints otherwise than it is now. */
export const StaffCertificateView = z.object({
  id: Id,
  bodyId: Id,
  applicationId: Id,
  number: z.string(),
  state: z.enum(CERTIFICATE_STATES),
  name: z.string(),
  /** As the candidate is called now; null once the record is erased. */
  nameNow: z.nullable(z.string()),
  differs: z.array(z.enum(CERTIFICATE_DIFFERENCES)),
  offering: OfferingView,
  issuedOn: Day,
  voidedOn: z.nullable(Day),
  voidReason: z.nullable(z.string()),
  /** The number that stands for it, and the one that it stands for. */
  replacedBy: z.nullable(z.string()),
  replaces: z.nullable(z.string()),
});
export type StaffCertificateView = z.output<typeof StaffCertificateView>;

export const getStaffCertificate = endpoint({
  name: 'getStaffCertificate',
  method: 'GET',
  path: '/staff/certificates/:id',
  who,
  params: IdParams,
  reply: StaffCertificateView,
  refusals: [],
});

/** Makes a certificate void for good; its number is never used again. */
export const voidCertificate = endpoint({
  name: 'voidCertificate',
  method: 'POST',
  path: '/staff/certificates/:id/voiding',
  who,
  params: IdParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: StaffCertificateView,
  refusals: ['wrong-state'],
});

/**
 * Issues a certificate with a new number, as the candidate is now, in place of one that prints otherwise or was made void by
 * mistake; the old one is void from then on. Answers with the new one.
 */
export const replaceCertificate = endpoint({
  name: 'replaceCertificate',
  method: 'POST',
  path: '/staff/certificates/:id/replacement',
  who,
  params: IdParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: StaffCertificateView,
  refusals: ['wrong-state', 'data-erased', 'case-open', 'numbers-exhausted', 'number-pattern-wrong'],
});
