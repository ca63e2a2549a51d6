import * as z from 'zod/mini';
import { APPLICATION_STATES } from '../rules/progress';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, Done, Id, IdParams, Instant, line, typedNumber } from './fields';
import { sheetEndpoints } from './sheet-imports';

/** By our column the column of the list: what is not named there is not read. */
const Mapping = z.record(z.string().check(z.regex(/^[A-Za-z.-]{1,64}$/)), line(120));

/** How far a unit is with the government's system on which its notice lets groups apply (S25 二（二）). */
const SiteView = z.object({
  text: z.string(),
  source: ClauseView,
  url: z.nullable(z.string()),
  steps: z.array(z.object({ text: z.string(), source: ClauseView, doneOn: z.nullable(Day) })),
  /** The number that the system gave, and when the group was handed in there. */
  reference: z.nullable(z.string()),
  handedInOn: z.nullable(Day),
  /** What of a list can be read, and from which of its columns it is; null: nobody has said yet. */
  keys: z.array(z.object({ key: z.string(), header: z.string(), required: z.boolean() })),
  mapping: z.nullable(Mapping),
  /** Signed forms on paper that have come, of those that are to come. */
  originals: z.object({ received: Count, of: Count }),
  /** The list that is taken in at this moment. */
  runningImport: z.nullable(Id),
});
export type RosterSiteView = z.output<typeof SiteView>;

export const getRosterSite = endpoint({
  name: 'getRosterSite',
  method: 'GET',
  path: '/rosters/:id/site',
  who: 'signed-in',
  params: IdParams,
  reply: SiteView,
  refusals: ['group-not-offered'],
});

/** Ticks a printed step off, or takes the tick back. */
export const tickRosterStep = endpoint({
  name: 'tickRosterStep',
  method: 'PUT',
  path: '/rosters/:id/site/steps/:step',
  who: 'signed-in',
  params: z.strictObject({ id: Id, step: z.coerce.number().check(z.int(), z.gte(1), z.lte(100)) }),
  body: z.strictObject({ done: z.boolean() }),
  reply: SiteView,
  refusals: ['group-not-offered', 'wrong-state'],
});

/** The unit's own record of what it handed in there. */
export const noteRosterSite = endpoint({
  name: 'noteRosterSite',
  method: 'PUT',
  path: '/rosters/:id/site',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ reference: z.nullable(typedNumber(60)), handedInOn: z.nullable(Day) }),
  reply: SiteView,
  refusals: ['group-not-offered', 'wrong-state'],
});

/** The headers of a list that the system exported, and which of them look like ours. */
export const readListHeaders = endpoint({
  name: 'readListHeaders',
  method: 'POST',
  path: '/rosters/:id/list-headers',
  who: 'signed-in',
  kind: 'upload',
  limit: 'upload',
  params: IdParams,
  reply: z.object({ headers: z.array(z.string()), suggested: Mapping }),
  refusals: ['file-refused', 'storage-full', 'group-not-offered'],
});

/** Says once which column of the list is which of ours; kept for all lists of the unit to the body. */
export const mapList = endpoint({
  name: 'mapList',
  method: 'PUT',
  path: '/rosters/:id/list-mapping',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ columns: Mapping }),
  reply: SiteView,
  refusals: ['group-not-offered', 'wrong-state', 'list-not-mapped'],
});

/** The exported list against the roster: added, changed field by field, gone, with the effect on the fee. */
export const rosterList = sheetEndpoints({
  name: 'RosterList',
  path: '/rosters/:id/list',
  who: 'signed-in',
  refusals: ['wrong-state', 'too-late', 'list-not-mapped', 'changed-meanwhile'],
  always: ['group-not-offered'],
});

const ORIGINALS_STAFF = ['reviewer', 'administrator'] as const;

/** The rosters of a unit for staff, each with how many wait for them, and with whose signed form has come on paper where it has to. */
export const listStaffRosters = endpoint({
  name: 'listStaffRosters',
  method: 'GET',
  path: '/staff/units/:id/rosters',
  who: ORIGINALS_STAFF,
  params: IdParams,
  reply: z.object({
    items: z.array(
      z.object({
        id: Id,
        sessionId: Id,
        sessionName: z.string(),
        /** Handed in, and not decided. */
        waiting: Count,
        originals: z.boolean(),
        firstReviewedAt: z.nullable(Instant),
        /** Who waits, and whose signed form has a page without a code of which an agent said whose it is. */
        byHand: z.array(z.object({ id: Id, name: z.string(), documentTail: z.string(), url: z.string() })),
        rows: z.array(
          z.object({
            id: Id,
            name: z.string(),
            documentTail: z.string(),
            state: z.enum(APPLICATION_STATES),
            receivedAt: z.nullable(Instant),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
});

/** Ticks the arrival of one member's signed form on paper (S25 附件2一), or takes the tick back. */
export const tickRosterOriginal = endpoint({
  name: 'tickRosterOriginal',
  method: 'PUT',
  path: '/staff/rosters/:id/rows/:rowId/original',
  who: ORIGINALS_STAFF,
  params: z.strictObject({ id: Id, rowId: Id }),
  body: z.strictObject({ received: z.boolean() }),
  reply: Done,
  refusals: [],
});
