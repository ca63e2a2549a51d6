import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { StaffCertificateView } from './certificates';
import { endpoint } from './endpoint';
import {
  Bytes,
  ClauseView,
  Count,
  Day,
  DocumentNumber,
  Id,
  IdParams,
  PersonName,
  Phone,
  line,
  prose,
  typedCode,
  typedNumber,
} from './fields';
import { sheetEndpoints } from './sheet-imports';

const who = ['publisher', 'administrator'] as const;

/** How a notice lets the printed certificate be collected (现场领取 · 委托领取 · 快递邮寄 · 团体领取). */
export const COLLECTION_METHODS = ['in-person', 'agent-letter', 'courier', 'unit-list'] as const;
export type CollectionMethod = (typeof COLLECTION_METHODS)[number];

/**
 * How far a printed certificate is: nobody was told yet; told and not fetched; an address was given; on its way; in the
 * hand.
 */
export const HAND_OVERS = ['untold', 'waiting', 'to-send', 'sent', 'collected'] as const;
export type HandOver = (typeof HAND_OVERS)[number];

/**
 * Whether the official look-up shows a certificate: 待上传 until staff say so; `to-withdraw`: it shows one that holds no
 * more, until staff say that it does not (S25 annex 2).
 */
export const REGISTER_STATES = ['pending', 'confirmed', 'to-withdraw'] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

/** 领证通知: from when, until when, where and at which hours the certificate is handed out (B26 三（七）2, S25 五). */
export const CollectionNotice = z.strictObject({
  from: Day,
  until: z.optional(Day),
  place: line(120),
  hours: line(80),
  note: z.optional(prose(200)),
});
export type CollectionNotice = z.output<typeof CollectionNotice>;

const Agent = { name: PersonName, documentType: DocumentTypeSchema, documentNumber: DocumentNumber };

/** How a candidate gets the printed certificate, as far as it is known. */
const CollectionView = z.object({
  number: z.string(),
  handOver: z.enum(HAND_OVERS),
  /** What the notice prints, in its order. */
  ways: z.array(z.object({ method: z.enum(COLLECTION_METHODS), text: z.string(), source: ClauseView })),
  /** The last 领证通知; null: nobody was told yet. */
  notice: z.nullable(CollectionNotice),
  method: z.nullable(z.enum(COLLECTION_METHODS)),
  /** Where a courier brings it. */
  delivery: z.nullable(z.object({ recipient: z.string(), phone: z.string(), address: z.string() })),
  /** Who fetches it with a letter. */
  agent: z.nullable(z.object({ name: z.string(), documentType: DocumentTypeSchema, documentNumberMasked: z.string() })),
  parcel: z.nullable(z.object({ carrier: z.string(), trackingNumber: z.string(), sentOn: Day })),
  collectedOn: z.nullable(Day),
});
export type CollectionView = z.output<typeof CollectionView>;

export const getCollection = endpoint({
  name: 'getCollection',
  method: 'GET',
  path: '/applications/:id/certificate/collection',
  who: 'signed-in',
  params: IdParams,
  reply: CollectionView,
  refusals: [],
});

/** Says how the certificate is to come, until it is handed over or sent; only a way that the notice prints. */
export const chooseCollection = endpoint({
  name: 'chooseCollection',
  method: 'PUT',
  path: '/applications/:id/certificate/collection',
  who: 'signed-in',
  params: IdParams,
  body: z.union([
    z.strictObject({ method: z.literal('in-person') }),
    z.strictObject({
      method: z.literal('courier'),
      delivery: z.strictObject({ recipient: PersonName, phone: Phone, address: line(200, 6) }),
    }),
    z.strictObject({ method: z.literal('agent-letter'), agent: z.strictObject(Agent) }),
  ]),
  reply: CollectionView,
  refusals: ['wrong-state', 'collection-not-offered', 'identity-refused'],
});

/** 委托书: the letter by which somebody else fetches the certificate, ready to be signed; `wrong-state` while nobody is named. */
export const downloadAgentLetter = endpoint({
  name: 'downloadAgentLetter',
  method: 'GET',
  path: '/applications/:id/certificate/agent-letter.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['wrong-state'],
});

/** How one certificate stands on its way into the hand, for staff at the counter. */
const StaffCollectionView = z.object({
  ...StaffCertificateView.shape,
  handOver: z.nullable(z.enum(HAND_OVERS)),
  method: z.nullable(z.enum(COLLECTION_METHODS)),
  ways: z.array(z.enum(COLLECTION_METHODS)),
  delivery: z.nullable(z.object({ recipient: z.string(), phone: z.string(), address: z.string() })),
  agent: z.nullable(z.object({ name: z.string(), documentType: DocumentTypeSchema, documentNumber: z.string() })),
  parcel: z.nullable(z.object({ carrier: z.string(), trackingNumber: z.string(), sentOn: Day })),
  collectedOn: z.nullable(Day),
  documentType: DocumentTypeSchema,
  documentNumberMasked: z.string(),
  duplicates: Count,
  duplicatedOn: z.nullable(Day),
  registeredOn: z.nullable(Day),
});
export type StaffCollectionView = z.output<typeof StaffCollectionView>;

export const getStaffCollection = endpoint({
  name: 'getStaffCollection',
  method: 'GET',
  path: '/staff/certificates/:id/collection',
  who,
  params: IdParams,
  reply: StaffCollectionView,
  refusals: [],
});

/**
 * Hands a certificate over at the counter: to its holder, whose document was seen, or to an agent with the letter, where
 * both documents were seen (S25 五). Once; `wrong-state` afterwards.
 */
export const handOverCertificate = endpoint({
  name: 'handOverCertificate',
  method: 'POST',
  path: '/staff/certificates/:id/hand-over',
  who,
  params: IdParams,
  body: z.union([
    z.strictObject({ method: z.literal('in-person'), documentSeen: z.literal(true) }),
    z.strictObject({
      method: z.literal('agent-letter'),
      letterSeen: z.literal(true),
      principalDocumentSeen: z.literal(true),
      agentDocumentSeen: z.literal(true),
      agent: z.strictObject(Agent),
    }),
  ]),
  reply: StaffCollectionView,
  refusals: ['wrong-state', 'collection-not-offered', 'identity-refused'],
});

/** Notes the parcel of one certificate; many come by `trackingSheet`. */
export const sendCertificate = endpoint({
  name: 'sendCertificate',
  method: 'POST',
  path: '/staff/certificates/:id/parcel',
  who,
  params: IdParams,
  body: z.strictObject({ carrier: line(40), trackingNumber: typedNumber(40), sentOn: Day }),
  reply: StaffCollectionView,
  refusals: ['wrong-state', 'parcel-day-wrong'],
});

/**
 * The paper was lost: it is printed again under the same number, marked 补发, and waits to be fetched anew. `duplicates` is
 * the count that was seen, so that two clerks do it once.
 */
export const duplicateCertificate = endpoint({
  name: 'duplicateCertificate',
  method: 'POST',
  path: '/staff/certificates/:id/duplicates',
  who,
  params: IdParams,
  body: z.strictObject({ reason: prose(200), duplicates: Count }),
  reply: StaffCollectionView,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

/** 证书 · 证书（只印内容）· 证书签收表 · 领证通知单（按单位）. */
export const CERTIFICATE_PRINTS = ['certificates', 'certificates-preprinted', 'hand-out', 'unit-notices'] as const;
export type CertificatePrint = (typeof CERTIFICATE_PRINTS)[number];
/** How many certificates one document holds. */
export const MOST_CERTIFICATES = 500;

/** Tenths of a millimetre, as text: how far what is printed is moved on the paper. */
const Offset = z.string().check(z.regex(/^-?([0-9]|[1-9][0-9]|[1-4][0-9]{2}|500)$/));

/**
 * Papers of the certificates that hold, by number: all of a session, an offering, or a run of numbers. `right` and `down`
 * move what is printed onto a form that the body has had printed.
 */
export const printCertificates = endpoint({
  name: 'printCertificates',
  method: 'GET',
  path: '/staff/sessions/:id/certificates/prints/:print',
  who,
  kind: 'download',
  limit: 'heavy',
  params: z.strictObject({ id: Id, print: z.enum(CERTIFICATE_PRINTS) }),
  query: z.strictObject({
    offering: z.optional(line(64)),
    from: z.optional(typedCode(30)),
    to: z.optional(typedCode(30)),
    right: z.optional(Offset),
    down: z.optional(Offset),
  }),
  reply: Bytes,
  refusals: ['no-certificates', 'too-many-certificates'],
});

/** The certificates that a courier is to bring, with what to write on the parcel: the sheet that comes back with numbers. */
export const downloadParcels = endpoint({
  name: 'downloadParcels',
  method: 'GET',
  path: '/staff/sessions/:id/certificates/parcels.xlsx',
  who,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ reason: line(200) }),
  reply: Bytes,
  refusals: ['no-certificates'],
});

/** Tracking numbers by certificate number, one row each. */
export const trackingSheet = sheetEndpoints({
  name: 'Tracking',
  path: '/staff/sessions/:id/certificates/tracking',
  who,
});
