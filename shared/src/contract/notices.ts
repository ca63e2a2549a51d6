import * as z from 'zod/mini';
import { FactsSchema, NoticeSchema } from '../notice';
import { AssessmentView } from './assessment';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, Instant, OfferingView, PageQuery, line, pageOf } from './fields';
import { SESSION_STATES, SessionView } from './sessions';

const KindName = z.enum(['certification', 'competition']);

/** A notice in the list, with the nearest thing one can do about it (N1). */
export const NoticeSummary = z.object({
  id: Id,
  kind: KindName,
  title: z.string(),
  bodyId: Id,
  bodyName: z.string(),
  year: z.int(),
  issuedOn: z.nullable(Day),
  version: Count,
  offerings: z.array(OfferingView),
  nearest: z.nullable(
    z.object({
      sessionId: Id,
      sessionName: z.string(),
      state: z.enum(SESSION_STATES),
      /** The day until which (or from which, when upcoming) this state matters. */
      on: z.nullable(Day),
    }),
  ),
});
export type NoticeSummary = z.output<typeof NoticeSummary>;

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/notices',
  who: 'anybody',
  query: z.strictObject({ ...PageQuery, kind: z.optional(KindName), bodyId: z.optional(Id), q: z.optional(line(60)) }),
  reply: pageOf(NoticeSummary),
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
