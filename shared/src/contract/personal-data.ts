import * as z from 'zod/mini';
import { ContactSchema } from '../notice';
import { HELD_KINDS, LIVE_REASONS } from '../rules/retention';
import { AccountView } from './accounts';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Done, Id, IdParams, Instant, OfferingView } from './fields';

/** So often a day a copy of one's data is made. */
export const EXPORTS_A_DAY = 3;

/** Some of what is held; `until` null: as long as its rule in `rules/retention` says, or nobody can name the day yet. */
const HeldItem = z.object({
  kind: z.enum(HELD_KINDS),
  count: Count,
  since: z.nullable(Day),
  until: z.nullable(Day),
});
export type HeldItem = z.output<typeof HeldItem>;

const HeldEnrolment = z.object({
  id: Id,
  kind: z.enum(['application', 'entry']),
  isDraft: z.boolean(),
  noticeTitle: z.string(),
  /** Null for an entry to a competition. */
  offering: z.nullable(OfferingView),
  /** The day from which its periods count; null: not over. */
  endedOn: z.nullable(Day),
  /** Why it cannot be deleted yet; null: it can. */
  blocked: z.nullable(z.enum(LIVE_REASONS)),
  items: z.array(HeldItem),
});
export type HeldEnrolment = z.output<typeof HeldEnrolment>;

const ExportView = z.object({
  id: Id,
  state: z.enum(['waiting', 'ready', 'failed', 'over']),
  done: Count,
  total: Count,
  askedAt: Instant,
  bytes: z.nullable(Count),
  /** By the wall clock. */
  expiresAt: z.nullable(Instant),
});
export type ExportView = z.output<typeof ExportView>;

const PersonalDataView = z.object({
  account: z.array(HeldItem),
  enrolments: z.array(HeldEnrolment),
  consentOn: z.nullable(Day),
  lastExport: z.nullable(ExportView),
  exportsLeft: Count,
});
export type PersonalDataView = z.output<typeof PersonalDataView>;

/** What is held of whoever asks, by kind, since when, and until when it is kept. */
export const getPersonalData = endpoint({
  name: 'getPersonalData',
  method: 'GET',
  path: '/me/personal-data',
  who: 'signed-in',
  reply: PersonalDataView,
  refusals: [],
});

/** Has a copy of all of it made in the background; one at a time, and so many a day. */
export const requestExport = endpoint({
  name: 'requestExport',
  method: 'POST',
  path: '/me/personal-data/exports',
  who: 'signed-in',
  limit: 'heavy',
  reply: ExportView,
  refusals: ['export-limit'],
});

export const getExport = endpoint({
  name: 'getExport',
  method: 'GET',
  path: '/me/personal-data/exports/:id',
  who: 'signed-in',
  params: IdParams,
  reply: ExportView,
  refusals: [],
});

/** The ZIP, to whoever is signed in to the account that asked for it, while it lasts. */
export const downloadExport = endpoint({
  name: 'downloadExport',
  method: 'GET',
  path: '/me/personal-data/exports/:id/file',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['export-over'],
});

/**
 * Deletes an enrolment that is over, or a draft: what may go goes now, the rest is unlinked from the account and goes on
 * the day that `getPersonalData` names.
 */
export const eraseEnrolment = endpoint({
  name: 'eraseEnrolment',
  method: 'POST',
  path: '/me/personal-data/enrolments/:id/erasure',
  who: 'signed-in',
  params: IdParams,
  reply: Done,
  refusals: ['enrolment-live'],
});

/**
 * Closes the account: every sign-in ends, phone and WeChat are unlinked, everything is deleted as by `eraseEnrolment`.
 * Whoever comes back is new.
 */
export const closeAccount = endpoint({
  name: 'closeAccount',
  method: 'POST',
  path: '/me/closing',
  who: 'signed-in',
  limit: 'sign-in',
  body: z.strictObject({ understood: z.literal(true) }),
  reply: Done,
  refusals: ['enrolment-live', 'staff-account'],
});

/** Takes consent back: nothing new can be handed in until it is given again; what was handed in goes on to its end. */
export const withdrawConsent = endpoint({
  name: 'withdrawConsent',
  method: 'POST',
  path: '/me/consents/withdrawal',
  who: 'signed-in',
  reply: AccountView,
  refusals: ['wrong-state'],
});

/** Who handles personal data here, and whom to ask: the bodies, with the contacts that their latest notice prints. */
export const listHandlers = endpoint({
  name: 'listHandlers',
  method: 'GET',
  path: '/privacy/handlers',
  who: 'anybody',
  reply: z.object({ items: z.array(z.object({ id: Id, name: z.string(), contacts: z.array(ContactSchema) })) }),
  refusals: [],
});
