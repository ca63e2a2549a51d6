import * as z from 'zod/mini';
import { DocumentTypeSchema } from '../notice';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, DocumentNumber, Id, IdParams, PersonName, Phone, typedNumber } from './fields';
import { ContestView } from './contests';
import { sheetEndpoints } from './sheet-imports';

/** How a registration on somebody else's site stands, as the candidate notes it. */
export const REGISTRATION_STATES = ['preparing', 'submitted', 'accepted', 'refused', 'dropped'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** 个人报名 or 单位报名, as the notice prints both. */
const Way = z.enum(['individual', 'group']);

/** One's own record of a registration elsewhere; `step` counts from 1 within its way. */
const RegistrationView = z.object({
  noticeId: Id,
  version: Count,
  way: Way,
  ticks: z.array(z.object({ way: Way, step: Count, on: Day })),
  state: z.enum(REGISTRATION_STATES),
  /** The number that the site gave. */
  reference: z.nullable(z.string()),
  registeredOn: z.nullable(Day),
  name: z.nullable(z.string()),
  phoneMasked: z.nullable(z.string()),
  documentType: z.nullable(DocumentTypeSchema),
  documentNumberMasked: z.nullable(z.string()),
  /** Where the candidate stands on the organiser's own list; by `entryId` stages, ranks and awards are found. */
  listed: z.nullable(
    z.object({
      entryId: Id,
      on: Day,
      reference: z.nullable(z.string()),
      /** The list brings none; absent until whoever claimed the place has added it. */
      photoUrl: z.optional(z.string()),
    }),
  ),
  contest: ContestView,
});
export type RegistrationView = z.output<typeof RegistrationView>;

export const getMyRegistration = endpoint({
  name: 'getMyRegistration',
  method: 'GET',
  path: '/contests/:id/registration',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ registration: z.nullable(RegistrationView) }),
  refusals: [],
});

export const listMyRegistrations = endpoint({
  name: 'listMyRegistrations',
  method: 'GET',
  path: '/registrations',
  who: 'signed-in',
  reply: z.object({ items: z.array(RegistrationView) }),
  refusals: [],
});

/** Ticks a step of the site off, or takes the tick back; the first tick begins the record and plans a reminder. */
export const tickStep = endpoint({
  name: 'tickStep',
  method: 'PUT',
  path: '/contests/:id/registration/steps/:step',
  who: 'signed-in',
  params: z.strictObject({ id: Id, step: z.coerce.number().check(z.int(), z.gte(1), z.lte(100)) }),
  body: z.strictObject({ way: Way, done: z.boolean() }),
  reply: RegistrationView,
  refusals: ['too-early', 'too-late', 'changed-meanwhile'],
});

/** Notes how the registration stands; what is left out of number and phone stays as known. */
export const noteRegistration = endpoint({
  name: 'noteRegistration',
  method: 'PUT',
  path: '/contests/:id/registration',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({
    way: Way,
    state: z.enum(REGISTRATION_STATES),
    reference: z.nullable(typedNumber(60)),
    registeredOn: z.nullable(Day),
    name: z.nullable(PersonName),
    documentType: z.nullable(DocumentTypeSchema),
    documentNumber: z.optional(DocumentNumber),
    phone: z.optional(Phone),
  }),
  reply: RegistrationView,
  refusals: ['too-early', 'too-late', 'changed-meanwhile', 'consent-needed', 'identity-refused'],
});

/**
 * Adds a photo to one's own place on the organiser's list, for the ticket; another one takes its place until a ticket is
 * issued.
 */
export const addListedPhoto = endpoint({
  name: 'addListedPhoto',
  method: 'PUT',
  path: '/contests/:id/registration/photo',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ photoFileId: Id }),
  reply: RegistrationView,
  refusals: ['photo-refused', 'file-refused', 'wrong-state', 'changed-meanwhile', 'consent-needed'],
});

const LIST_STAFF = ['exam-officer', 'administrator'] as const;

/** The columns that are read from the organiser's list. */
export const downloadListTemplate = endpoint({
  name: 'downloadListTemplate',
  method: 'GET',
  path: '/staff/contests/:id/list-template.xlsx',
  who: LIST_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: [],
});

/** The list of a site where people register (Excel or CSV), found again by document. */
export const listSheet = sheetEndpoints({ name: 'List', path: '/staff/contests/:id/list', who: LIST_STAFF });
