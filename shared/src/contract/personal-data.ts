import * as z from 'zod/mini';
import { ContactSchema } from '../notice';
import { HELD_KINDS, LIVE_REASONS, PERIOD_BOUNDS, PERIOD_KINDS } from '../rules/retention';
import { AccountView } from './accounts';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Done, Id, IdParams, Instant, OfferingView, line } from './fields';

/** So often a day a copy of one's data is made. */
export const EXPORTS_A_DAY = 3;

/** A period of a body's own: months after the end, and the body's rule that prints it, in its words. */
const OwnPeriod = z.object({ months: z.int(), words: z.string() });

/** One of a body's periods: what holds now (`own` null: the usual one) and what it has announced from a day on. */
const PeriodView = z.object({
  kind: z.enum(PERIOD_KINDS),
  own: z.nullable(OwnPeriod),
  announced: z.nullable(z.object({ own: z.nullable(OwnPeriod), from: Day })),
});
export type PeriodView = z.output<typeof PeriodView>;

/** Some of what is held; `until` null: as long as its rule in `rules/retention` says, or nobody can name the day yet. */
const HeldItem = z.object({
  kind: z.enum(HELD_KINDS),
  count: Count,
  since: z.nullable(Day),
  until: z.nullable(Day),
  /** What the body has set for it; null: the usual period. */
  own: z.nullable(OwnPeriod),
  /** The body has announced another period: from which day it holds, and until when the item is kept then. */
  later: z.nullable(z.object({ from: Day, until: z.nullable(Day) })),
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
  reply: z.object({
    items: z.array(
      z.object({
        id: Id,
        name: z.string(),
        contacts: z.array(ContactSchema),
        /** Only those of its own, or announced. */
        periods: z.array(PeriodView),
      }),
    ),
  }),
  refusals: [],
});

const BodyPeriods = z.object({ periods: z.array(PeriodView) });

/** How long the body keeps each kind: every one that it may set. */
export const getBodyPeriods = endpoint({
  name: 'getBodyPeriods',
  method: 'GET',
  path: '/staff/bodies/:id/periods',
  who: ['administrator'],
  params: IdParams,
  reply: BodyPeriods,
  refusals: [],
});

const [leastMonths, mostMonths] = [
  Math.min(...Object.values(PERIOD_BOUNDS).map((bounds) => bounds.leastMonths)),
  Math.max(...Object.values(PERIOD_BOUNDS).map((bounds) => bounds.mostMonths)),
];

/**
 * Sets a period of the body's own, or with null the usual one again. It is announced on the body's pages at once and holds
 * after `PERIOD_NOTICE_DAYS`; what was announced before and holds not yet is replaced. Naming what holds now withdraws it.
 */
export const setBodyPeriod = endpoint({
  name: 'setBodyPeriod',
  method: 'PUT',
  path: '/staff/bodies/:id/periods/:kind',
  who: ['administrator'],
  params: z.strictObject({ id: Id, kind: z.enum(PERIOD_KINDS) }),
  body: z.strictObject({
    own: z.nullable(
      z.strictObject({ months: z.int().check(z.gte(leastMonths), z.lte(mostMonths)), words: line(200, 4) }),
    ),
  }),
  reply: BodyPeriods,
  refusals: ['period-out-of-bounds'],
});
