import * as z from 'zod/mini';
import { WindowKindSchema } from '../notice';
import { ACTIONS } from '../rules/progress';
import { endpoint } from './endpoint';
import { Bytes, ClauseView, Day, Id, IdParams, Instant, OfferingView, SubjectName, Time, line } from './fields';

/**
 * What stands in a calendar: a window of a session or of a notice, a stage of a competition, a paper one is seated for,
 * and the last days of one's own: to mend a returned application, to say what is wanted now that a session was moved or
 * cancelled, to retake, and until which a pass is kept.
 */
export const CALENDAR_KINDS = [
  'window',
  'stage',
  'paper',
  'mending',
  'answer-until',
  'retake-until',
  'kept-until',
] as const;

/** What is mine to do; `apply` and `enter` where nothing was begun yet. */
export const CALENDAR_TODOS = [...ACTIONS, 'apply', 'enter'] as const;

const CalendarItem = z.object({
  /** The same at every reading, also when the days move. */
  key: z.string(),
  kind: z.enum(CALENDAR_KINDS),
  /** Of windows and stages. */
  window: z.nullable(WindowKindSchema),
  /** Of papers and kept passes. */
  subject: z.nullable(SubjectName),
  /** The name of a stage as printed. */
  stage: z.nullable(z.string()),
  /** Both days included; null: not known, or left open. */
  opens: z.nullable(Day),
  closes: z.nullable(Day),
  /** Of papers and announced stages; a stage has no end. */
  startsAt: z.nullable(Time),
  endsAt: z.nullable(Time),
  place: z.nullable(z.string()),
  /** The printed words where there is no day, such as 2025年7月下旬. */
  printed: z.nullable(z.string()),
  source: z.nullable(ClauseView),
  noticeId: Id,
  noticeTitle: z.string(),
  bodyName: z.string(),
  sessionId: z.nullable(Id),
  sessionName: z.nullable(z.string()),
  applicationId: z.nullable(Id),
  entryId: z.nullable(Id),
  offering: z.nullable(OfferingView),
  /** One applied or entered; else one only follows the notice. */
  mine: z.boolean(),
  /** Its session is cancelled. */
  cancelled: z.boolean(),
  todo: z.nullable(z.object({ action: z.enum(CALENDAR_TODOS), until: z.nullable(Day) })),
});
export type CalendarItem = z.output<typeof CalendarItem>;

/** A notice in the calendar: because one follows it, or because of what one has handed in. */
const Following = z.object({
  noticeId: Id,
  noticeTitle: z.string(),
  bodyName: z.string(),
  followed: z.boolean(),
  implied: z.nullable(z.enum(['applied', 'entered'])),
  /** It has days in the calendar, or printed words about them. */
  dated: z.boolean(),
});
export type Following = z.output<typeof Following>;

export const CalendarView = z.object({
  /** With at least one day, soonest first. */
  items: z.array(CalendarItem),
  /** Without any day yet. */
  undated: z.array(CalendarItem),
  followings: z.array(Following),
});
export type CalendarView = z.output<typeof CalendarView>;

/** Every day of the notices the caller follows and of what the caller applied to or entered. */
export const getCalendar = endpoint({
  name: 'getCalendar',
  method: 'GET',
  path: '/calendar',
  who: 'signed-in',
  reply: CalendarView,
  refusals: [],
});

/** The calendar as an iCalendar file: one item by its key, or all that is the caller's own and not over. */
export const downloadCalendar = endpoint({
  name: 'downloadCalendar',
  method: 'GET',
  path: '/calendar/file',
  who: 'signed-in',
  kind: 'download',
  query: z.strictObject({ key: z.optional(line(200)) }),
  reply: Bytes,
  refusals: [],
});

const FollowingState = z.object({
  noticeId: Id,
  followed: z.boolean(),
  implied: z.nullable(z.enum(['applied', 'entered'])),
});

/** Whether the caller follows a notice. */
export const getFollowing = endpoint({
  name: 'getFollowing',
  method: 'GET',
  path: '/notices/:id/following',
  who: 'signed-in',
  params: IdParams,
  reply: FollowingState,
  refusals: [],
});

/** Follows a notice, or no longer; saying it twice changes nothing. */
export const setFollowing = endpoint({
  name: 'setFollowing',
  method: 'PUT',
  path: '/notices/:id/following',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ followed: z.boolean() }),
  reply: FollowingState,
  refusals: [],
});

/** Whether there is a feed; its secret address is told once only, to whom makes it. */
const FeedState = z.object({ on: z.boolean(), madeAt: z.nullable(Instant), path: z.nullable(z.string()) });

export const getCalendarFeed = endpoint({
  name: 'getCalendarFeed',
  method: 'GET',
  path: '/calendar/feed',
  who: 'signed-in',
  reply: FeedState,
  refusals: [],
});

/** Makes the feed, or makes it anew under another address; the one before is dead at once. */
export const makeCalendarFeed = endpoint({
  name: 'makeCalendarFeed',
  method: 'PUT',
  path: '/calendar/feed',
  who: 'signed-in',
  reply: FeedState,
  refusals: [],
});

/** Takes the feed back; whoever has its address gets nothing any more. */
export const revokeCalendarFeed = endpoint({
  name: 'revokeCalendarFeed',
  method: 'DELETE',
  path: '/calendar/feed',
  who: 'signed-in',
  reply: FeedState,
  refusals: [],
});

/** The feed, for calendar programs; an address that is wrong, old or taken back is not found. */
export const readCalendarFeed = endpoint({
  name: 'readCalendarFeed',
  method: 'GET',
  path: '/calendar-feed/:token.ics',
  who: 'anybody',
  kind: 'download',
  limit: 'heavy',
  params: z.strictObject({ token: z.string().check(z.maxLength(200)) }),
  reply: Bytes,
  refusals: [],
});
