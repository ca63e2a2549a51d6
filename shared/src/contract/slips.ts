import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { ApplicationView } from './applications';
import { CounterDays } from './counter-days';
import { endpoint } from './endpoint';
import { Bytes, ClauseView, DocumentNumber, Id, IdParams, Instant, OfferingView, PersonName } from './fields';

/** One paper to bring; `keeps`: it is handed in and stays with the body. */
const Original = z.object({
  document: z.string(),
  printed: z.string(),
  source: ClauseView,
  keeps: z.boolean(),
  /** A number came in that stands for it, so nothing need be shown. */
  byNumber: z.boolean(),
});
export type Original = z.output<typeof Original>;

/** Any one alternative, each of which needs all its papers. */
export const OriginalGroup = z.object({ alternatives: z.array(z.array(Original)) });
export type OriginalGroup = z.output<typeof OriginalGroup>;

export const SlipState = z.enum(['waiting', 'sent-back', 'confirmed', 'ended']);

/** What the candidate shows at the counter, on the screen or on paper. */
export const SlipView = z.object({
  applicationId: Id,
  state: SlipState,
  /** Typed where nothing scans; null once the slip is dead. */
  code: z.nullable(z.string()),
  /** What the QR says. */
  link: z.nullable(z.string()),
  candidateName: z.string(),
  noticeTitle: z.string(),
  bodyName: z.string(),
  sessionName: z.string(),
  offering: OfferingView,
  bring: z.array(OriginalGroup),
  /** The printed photo that the notice asks for, as printed; null where it names none. */
  photoPrint: z.nullable(z.string()),
  counter: CounterDays,
  /** Why the clerk sent it back to the phone. */
  note: z.nullable(z.string()),
  createdAt: Instant,
  confirmedAt: z.nullable(Instant),
});
export type SlipView = z.output<typeof SlipView>;

/** Makes the slip of a draft, or a new one in its place: the old code is dead. Judged as a submission, papers apart. */
export const createSlip = endpoint({
  name: 'createSlip',
  method: 'POST',
  path: '/applications/:id/slip',
  who: 'signed-in',
  params: IdParams,
  reply: SlipView,
  refusals: [
    'wrong-state',
    'counter-not-offered',
    'counter-window',
    'not-eligible',
    'facts-missing',
    'details-missing',
    'identity-refused',
    'photo-missing',
    'photo-refused',
    'consent-needed',
  ],
});

export const getSlip = endpoint({
  name: 'getSlip',
  method: 'GET',
  path: '/applications/:id/slip',
  who: 'signed-in',
  params: IdParams,
  reply: SlipView,
  refusals: [],
});

export const downloadSlip = endpoint({
  name: 'downloadSlip',
  method: 'GET',
  path: '/applications/:id/slip.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['wrong-state'],
});

/** Takes over an application that a clerk entered: by document and name, under the phone proven for this account. */
export const claimWalkIn = endpoint({
  name: 'claimWalkIn',
  method: 'POST',
  path: '/counter/claims',
  who: 'signed-in',
  body: z.strictObject({ name: PersonName, documentType: DocumentTypeSchema, documentNumber: DocumentNumber }),
  reply: ApplicationView,
  refusals: ['claim-not-found', 'phone-not-proven', 'application-conflict', 'consent-needed'],
});
