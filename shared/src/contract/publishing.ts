import * as z from 'zod/mini';
import { WindowKindSchema } from '../notice';
import { endpoint } from './endpoint';
import { Count, Day, Done, Id, IdParams, Instant, OfferingView } from './fields';
import { NoticeChangeView, Scalar } from './notice-versions';

export const PUBLISHERS = ['publisher', 'administrator'] as const;

/** Characters of a notice file; the largest of the first five has 40,000. */
export const MOST_NOTICE_CHARS = 240_000;
/** Characters of a raw printed text. */
export const MOST_RAW_CHARS = 60_000;
/** So many problems of a file are told at once: so many mean at least so many. */
export const MOST_FILE_PROBLEMS = 100;

/**
 * Something wrong in an imported file: `line` from 1 with its text, `path` with dots; words/changes has the sentence.
 */
export const NoticeFileProblem = z.object({
  file: z.enum(['notice', 'raw-text', 'facts']),
  line: Count,
  path: z.string(),
  code: z.string(),
  text: z.string(),
});
export type NoticeFileProblem = z.output<typeof NoticeFileProblem>;

const Assumption = z.object({
  path: z.string(),
  reason: z.string(),
  /** The value that rests on it, as the file has it; null where it is a whole part of the notice. */
  value: Scalar,
  /** The running version says the same for the same reason. */
  known: z.boolean(),
  confirmedBy: z.nullable(z.string()),
  confirmedAt: z.nullable(Instant),
});

/** A session that runs under the notice, and what publishing does to it. */
export const TouchedSession = z.object({
  id: Id,
  name: z.string(),
  published: z.boolean(),
  /** Offerings it uses that the draft lacks or examines in other subjects: publishing is refused. */
  lost: z.array(OfferingView),
  /** Windows that the draft's printed rules would give it otherwise; what is stored stays. */
  windows: z.array(
    z.object({
      kind: WindowKindSchema,
      before: z.object({ opens: z.nullable(Day), closes: z.nullable(Day) }),
      after: z.object({ opens: z.nullable(Day), closes: z.nullable(Day) }),
    }),
  ),
});

/** How many people hear of what changes for them, one message each. */
const Affected = z.object({ drafts: Count, submitted: Count, entries: Count });

const DraftSummary = z.object({
  id: Id,
  baseVersion: Count,
  importedBy: z.string(),
  importedAt: Instant,
});

/** A notice that was imported and waits to be published; `baseVersion` 0: a new notice. */
export const NoticeDraftView = z.object({
  ...DraftSummary.shape,
  noticeId: Id,
  bodyId: Id,
  bodyName: z.string(),
  title: z.string(),
  kind: z.enum(['certification', 'competition']),
  state: z.enum(['open', 'published', 'discarded']),
  /** Who published or discarded it; null while it waits. */
  endedBy: z.nullable(z.string()),
  endedAt: z.nullable(Instant),
  /** The version it became; null unless published. */
  publishedVersion: z.nullable(Count),
  /** The version that visitors read now; 0: none. Differs from `baseVersion` when somebody published meanwhile. */
  runningVersion: Count,
  /** Against the running version; empty for a new notice. */
  changes: z.array(NoticeChangeView),
  offerings: z.array(OfferingView),
  assumptions: z.array(Assumption),
  sessions: z.array(TouchedSession),
  /** Who would hear of it; of a published one: who did. */
  affected: Affected,
});
export type NoticeDraftView = z.output<typeof NoticeDraftView>;

/** A notice of one's body: what runs, and the draft that waits. */
const StaffNotice = z.object({
  noticeId: Id,
  bodyId: Id,
  bodyName: z.string(),
  title: z.string(),
  kind: z.enum(['certification', 'competition']),
  year: z.int(),
  /** 0: not published yet. */
  version: Count,
  publishedAt: z.nullable(Instant),
  draft: z.nullable(DraftSummary),
});
export type StaffNoticeView = z.output<typeof StaffNotice>;

export const listStaffNotices = endpoint({
  name: 'listStaffNotices',
  method: 'GET',
  path: '/staff/notices',
  who: PUBLISHERS,
  reply: z.object({ items: z.array(StaffNotice) }),
  refusals: [],
});

/**
 * Imports a notice file; `rawText` null: the text of the running version. An open draft of the same notice is replaced.
 * `notice-file-refused` names every problem (`data.problems`, each a `NoticeFileProblem`) and keeps nothing.
 */
export const importNotice = endpoint({
  name: 'importNotice',
  method: 'POST',
  path: '/staff/notice-drafts',
  who: PUBLISHERS,
  limit: 'upload',
  maxBytes: 1_000_000,
  body: z.strictObject({ yaml: z.string(), rawText: z.nullable(z.string()) }),
  reply: NoticeDraftView,
  refusals: ['notice-file-refused', 'notice-of-another-body', 'notice-id-taken', 'notice-unchanged'],
});

export const getNoticeDraft = endpoint({
  name: 'getNoticeDraft',
  method: 'GET',
  path: '/staff/notice-drafts/:id',
  who: PUBLISHERS,
  params: IdParams,
  reply: NoticeDraftView,
  refusals: [],
});

export const discardNoticeDraft = endpoint({
  name: 'discardNoticeDraft',
  method: 'DELETE',
  path: '/staff/notice-drafts/:id',
  who: PUBLISHERS,
  params: IdParams,
  reply: Done,
  refusals: ['wrong-state'],
});

/** The publisher has looked at what differs from the version that was published meanwhile. */
export const renewNoticeDraft = endpoint({
  name: 'renewNoticeDraft',
  method: 'POST',
  path: '/staff/notice-drafts/:id/base',
  who: PUBLISHERS,
  params: IdParams,
  body: z.strictObject({ runningVersion: Count }),
  reply: NoticeDraftView,
  refusals: ['wrong-state', 'draft-outdated'],
});

/** A person takes assumed leaves as true (those that rest on one reason), or takes that back. */
export const confirmAssumption = endpoint({
  name: 'confirmAssumption',
  method: 'POST',
  path: '/staff/notice-drafts/:id/assumptions',
  who: PUBLISHERS,
  params: IdParams,
  body: z.strictObject({
    paths: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(200)),
    confirmed: z.boolean(),
  }),
  reply: NoticeDraftView,
  refusals: ['wrong-state'],
});

/** What happened when a draft was published. */
export const PublicationView = z.object({
  noticeId: Id,
  version: Count,
  affected: Affected,
  /** Sessions that follow the new version; where `windows` differ, the dated act on the session is still to be done. */
  sessions: z.array(TouchedSession),
});
export type PublicationView = z.output<typeof PublicationView>;

/**
 * Makes a draft the next version. Refuses while an assumption is open, when another version came first, and when a
 * running session would lose an offering (`data.sessions`).
 */
export const publishNotice = endpoint({
  name: 'publishNotice',
  method: 'POST',
  path: '/staff/notice-drafts/:id/publication',
  who: PUBLISHERS,
  params: IdParams,
  reply: PublicationView,
  refusals: ['assumption-not-confirmed', 'draft-outdated', 'offering-in-use', 'notice-id-taken', 'wrong-state'],
});
