import * as z from 'zod/mini';
import { APPLICATION_STATES } from '../rules/progress';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, Done, Id, IdParams, OfferingView } from './fields';
import { ROW_ADMISSIONS, ROW_CONFIRMATIONS, ROW_STANDINGS, RowValues } from './roster-rows';
import { GroupWhere, RosterColumnView, RosterView } from './rosters';

/** Makes the link of a roster, or a new one in the place of the one before, which is dead from then on. */
export const openRosterLink = endpoint({
  name: 'openRosterLink',
  method: 'POST',
  path: '/rosters/:id/link',
  who: 'signed-in',
  params: IdParams,
  reply: RosterView,
  refusals: ['wrong-state', 'too-early', 'too-late'],
});

export const endRosterLink = endpoint({
  name: 'endRosterLink',
  method: 'DELETE',
  path: '/rosters/:id/link',
  who: 'signed-in',
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});

const LinkParams = z.strictObject({ token: z.string().check(z.regex(/^[\w-]{43}$/)) });

const LinkedRoster = z.object({
  unitName: z.string(),
  sessionName: z.string(),
  noticeId: Id,
  noticeTitle: z.string(),
  where: GroupWhere,
  closes: z.nullable(Day),
  closed: z.nullable(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) })),
  /** What is asked of a member; never the phone, which is the account's own. */
  columns: z.array(RosterColumnView),
});
export type LinkedRoster = z.output<typeof LinkedRoster>;

/** What stands behind a unit's link: whose it is, for what, and until when. */
export const getLinkedRoster = endpoint({
  name: 'getLinkedRoster',
  method: 'GET',
  path: '/roster-links/:token',
  who: 'anybody',
  limit: 'look-up',
  params: LinkParams,
  reply: LinkedRoster,
  refusals: ['invitation-invalid'],
});

const FilledRow = z.object({
  applicationId: Id,
  version: Count,
  offering: OfferingView,
  state: z.enum(APPLICATION_STATES),
  standing: z.enum(ROW_STANDINGS),
  reasons: z.array(z.string()),
  values: z.record(z.string(), z.string()),
  photoUrl: z.nullable(z.string()),
  confirmed: z.nullable(z.enum(ROW_CONFIRMATIONS)),
  admission: z.nullable(z.enum(ROW_ADMISSIONS)),
  /** The roster names this phone for somebody else as well: it proves neither. */
  phoneShared: z.boolean(),
});
export type FilledRow = z.output<typeof FilledRow>;
const FilledRows = z.object({ rows: z.array(FilledRow) });

/** One's own rows behind a link, one for each offering. */
export const listFilledRows = endpoint({
  name: 'listFilledRows',
  method: 'GET',
  path: '/roster-links/:token/rows',
  who: 'signed-in',
  params: LinkParams,
  reply: FilledRows,
  refusals: ['invitation-invalid'],
});

/**
 * One's own row, new or written anew; with the own phone proven it is claim and confirmation in one. What the unit had
 * entered under the same document, name and phone becomes the own; any other answer is the same whoever stands in the
 * roster. `shares`: the unit's agents may see it. `forfeitsPasses`: what is kept is given up (E24 三（六）3, S25 四（二）). Without `photoFileId` the known photo stays.
 */
export const fillRosterRow = endpoint({
  name: 'fillRosterRow',
  method: 'POST',
  path: '/roster-links/:token/rows',
  who: 'signed-in',
  params: LinkParams,
  body: z.strictObject({
    values: RowValues,
    photoFileId: z.optional(Id),
    truthful: z.literal(true),
    noticeRead: z.literal(true),
    shares: z.literal(true),
    forfeitsPasses: z.optional(z.literal(true)),
  }),
  reply: FilledRow,
  refusals: [
    'passes-kept',
    'invitation-invalid',
    'consent-needed',
    'phone-not-proven',
    'wrong-state',
    'too-early',
    'too-late',
    'row-refused',
    'photo-refused',
    'file-refused',
    'application-conflict',
    'banned',
  ],
});

/** Takes rows that members filled in into the roster; null: all that wait and are in nobody's way. */
export const admitRosterRows = endpoint({
  name: 'admitRosterRows',
  method: 'POST',
  path: '/rosters/:id/admission',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ rowIds: z.nullable(z.array(Id).check(z.minLength(1), z.maxLength(500))) }),
  reply: RosterView,
  refusals: ['wrong-state', 'too-early', 'too-late', 'row-twice'],
});

/** Tells everybody who has not confirmed yet, a phone at most once a day. */
export const remindRosterMembers = endpoint({
  name: 'remindRosterMembers',
  method: 'POST',
  path: '/rosters/:id/reminders',
  who: 'signed-in',
  params: IdParams,
  reply: RosterView,
  refusals: ['wrong-state', 'too-early', 'too-late', 'nobody-to-remind'],
});

/** A slip for everybody who has not claimed the own row, with the code for it: printed, cut, and handed out. */
export const downloadClaimCodes = endpoint({
  name: 'downloadClaimCodes',
  method: 'GET',
  path: '/rosters/:id/claim-codes.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['nobody-to-claim', 'too-many-requests'],
});

/** Makes new codes: slips that were printed before are worth nothing. */
export const renewClaimCodes = endpoint({
  name: 'renewClaimCodes',
  method: 'POST',
  path: '/rosters/:id/claim-codes',
  who: 'signed-in',
  params: IdParams,
  reply: RosterView,
  refusals: ['wrong-state'],
});

/**
 * Leaves a roster, whoever entered one: the row is one's own application then, and of the unit no more. What the unit has paid
 * stays paid; what is still owed one pays alone.
 */
export const leaveRoster = endpoint({
  name: 'leaveRoster',
  method: 'POST',
  path: '/applications/:id/roster-leave',
  who: 'signed-in',
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state', 'too-late', 'already-paid'],
});
