import * as z from 'zod/mini';
import { FactsSchema, NOTICE_LANGUAGE, NoticeSchema } from '../notice';
import { NOTICE_STATES } from '../rules/progress';
import { AssessmentView } from './assessment';
import { endpoint } from './endpoint';
import { Count, Day, FenAmount, Id, IdParams, Instant, OfferingView, PageQuery, line, pageOf } from './fields';
import { SessionView } from './sessions';

const KindName = z.enum(['certification', 'competition']);
const StateName = z.enum(NOTICE_STATES);
const PlaceName = line(40);

/** A notice in the list, with the nearest thing one can do about it (N1). */
export const NoticeSummary = z.object({
  id: Id,
  kind: KindName,
  title: z.string(),
  bodyId: Id,
  bodyName: z.string(),
  year: z.int(),
  issuedOn: z.nullable(Day),
  /** The city, then the district where one is printed; empty where the notice says neither. */
  places: z.array(z.string()),
  version: Count,
  offerings: z.array(OfferingView),
  /** The session to look at, or the notice itself where there is none (competitions, what is not planned, what is over). */
  nearest: z.object({
    sessionId: z.nullable(Id),
    sessionName: z.nullable(z.string()),
    state: StateName,
    /** The day on which this state turns, or turned; null where none is known. */
    on: z.nullable(Day),
  }),
});
export type NoticeSummary = z.output<typeof NoticeSummary>;

const counted = <T extends z.ZodMiniType>(value: T) => z.array(z.object({ value, count: Count }));

/** By what a list can be narrowed: values that exist under the other wishes, each with how many notices it would show. */
const NoticeFacets = z.object({
  bodies: z.array(z.object({ value: Id, name: z.string(), count: Count })),
  kinds: counted(KindName),
  states: counted(StateName),
  places: counted(z.string()),
});
export type NoticeFacets = z.output<typeof NoticeFacets>;

/** A body or place that no notice has is refused like an unknown kind or state. */
export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/notices',
  who: 'anybody',
  query: z.strictObject({
    ...PageQuery,
    kind: z.optional(KindName),
    bodyId: z.optional(Id),
    state: z.optional(StateName),
    place: z.optional(PlaceName),
    q: z.optional(line(60)),
  }),
  reply: z.object({ ...pageOf(NoticeSummary).shape, facets: NoticeFacets }),
  refusals: [],
});

/** What can be applied for today: an offering of a session here, or of a printed period for which none is set up yet. */
export const OpeningView = z.object({
  noticeId: Id,
  bodyName: z.string(),
  place: z.nullable(z.string()),
  /** Null: printed, and not taken in here yet. */
  sessionId: z.nullable(Id),
  sessionName: z.nullable(z.string()),
  offering: OfferingView,
  totalFen: z.nullable(FenAmount),
  /** The last day on which an individual can apply: at a counter the last day it opens. */
  closes: z.nullable(Day),
  way: z.enum(['online', 'counter', 'elsewhere']),
});
export type OpeningView = z.output<typeof OpeningView>;

/** Every level of every occupation that is open today, what closes soonest first; competitions are not among them. */
export const listOpenings = endpoint({
  name: 'listOpenings',
  method: 'GET',
  path: '/openings',
  who: 'anybody',
  reply: z.object({ items: z.array(OpeningView) }),
  refusals: [],
});

/** One notice with its sessions; `language` tells an older phone to ask the server instead of judging. */
export const getNotice = endpoint({
  name: 'getNotice',
  method: 'GET',
  path: '/notices/:id',
  who: 'anybody',
  params: IdParams,
  reply: z.object({ notice: NoticeSchema, version: Count, publishedAt: Instant, sessions: z.array(SessionView) }),
  refusals: [],
});

/** What an older phone can still read of a notice in a newer language: its name and what one can apply for. */
export const NewerNotice = z.object({
  language: z.int().check(z.gt(NOTICE_LANGUAGE)),
  id: Id,
  title: z.object({ value: z.string() }),
  body: z.object({ name: z.string() }),
  offerings: z.array(
    z.object({
      code: z.string(),
      occupation: z.string(),
      workType: z.nullable(z.string()),
      level: z.nullable(z.number()),
      months: z.nullable(z.array(z.number())),
    }),
  ),
});
export type NewerNotice = z.output<typeof NewerNotice>;

/** The notice as it was published, to read beside our reading of it. */
export const getNoticeText = endpoint({
  name: 'getNoticeText',
  method: 'GET',
  path: '/notices/:id/text',
  who: 'anybody',
  params: IdParams,
  reply: z.object({ text: z.string() }),
  refusals: [],
});

/** Judges facts against an offering; the phone does the same by itself when it knows the notice's language. */
export const assessFacts = endpoint({
  name: 'assessFacts',
  method: 'POST',
  path: '/notices/:id/assessments',
  who: 'anybody',
  params: IdParams,
  limit: 'heavy',
  // a life's jobs, certificates and diplomas
  maxBytes: 32_000,
  body: z.strictObject({ offeringCode: line(64), facts: FactsSchema }),
  reply: AssessmentView,
  refusals: ['offering-unknown'],
});

/** Days off and worked weekends by year, as announced by the State Council. */
export const getCalendarYears = endpoint({
  name: 'getCalendarYears',
  method: 'GET',
  path: '/calendar-years',
  who: 'anybody',
  reply: z.object({
    years: z.array(z.object({ year: z.int(), off: z.array(Day), worked: z.array(Day), source: z.string() })),
  }),
  refusals: [],
});
