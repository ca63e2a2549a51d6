import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Id, IdParams, OfferingView, line } from './fields';

/** Issues certificates to everybody who passed, after publicity and with no score review open. */
export const issueCertificates = endpoint({
  name: 'issueCertificates',
  method: 'POST',
  path: '/staff/sessions/:id/certificates',
  who: ['publisher', 'administrator'],
  params: IdParams,
  reply: z.object({ issued: Count, alreadyIssued: Count }),
  refusals: ['not-published', 'publicity-open', 'review-open', 'numbers-exhausted', 'number-pattern-wrong'],
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
  qr: z.string(),
  /** The official look-up; null where the notice names none. */
  lookupUrl: z.nullable(z.string()),
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
  limit: 'sign-in',
  query: z.union([z.strictObject({ token: line(800) }), z.strictObject({ number: line(30), name: line(60) })]),
  reply: z.object({
    number: z.string(),
    state: z.enum(['issued', 'void']),
    nameMasked: z.string(),
    occupation: z.string(),
    level: z.nullable(z.int()),
    bodyName: z.string(),
    issuedOn: Day,
  }),
  refusals: ['token-invalid', 'not-found'],
});
