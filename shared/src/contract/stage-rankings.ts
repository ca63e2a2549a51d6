import * as z from 'zod/mini';
import { StageCodeSchema } from '../notice';
import { StageView } from './contests';
import { endpoint } from './endpoint';
import { Count, Day, Id, IdParams, Instant, PageQuery, pageOf } from './fields';
import { RankedGroupView, STAGE_STANDINGS } from './stages';

const PublicRow = z.object({
  /** Masked. */
  name: z.string(),
  unit: z.nullable(z.string()),
  number: Count,
  group: z.nullable(z.string()),
  /** Null of whoever is not ranked. */
  rank: z.nullable(Count),
  total: z.nullable(z.string()),
  advances: z.boolean(),
});
export type PublicRank = z.output<typeof PublicRow>;

/** The published ranks of a stage, best first, with masked names; `revision` counts how often they were made known. */
export const getStageRanking = endpoint({
  name: 'getStageRanking',
  method: 'GET',
  path: '/stages/:id/ranking',
  who: 'anybody',
  params: IdParams,
  query: z.strictObject(PageQuery),
  reply: z.object({
    noticeId: Id,
    title: z.string(),
    /** In a few words, for a screen in a hall: `安全防范设备值机员竞赛`. */
    contestName: z.string(),
    stageName: z.string(),
    isLast: z.boolean(),
    revision: Count,
    publishedAt: Instant,
    publishedOn: Day,
    /** Why they were made known once more; null the first time. */
    reason: z.nullable(z.string()),
    groups: z.array(RankedGroupView),
    ...pageOf(PublicRow).shape,
  }),
  refusals: ['not-published'],
});

/** Which stages of a competition have published ranks. */
export const listPublishedStages = endpoint({
  name: 'listPublishedStages',
  method: 'GET',
  path: '/contests/:id/stages',
  who: 'anybody',
  params: IdParams,
  reply: z.object({
    items: z.array(
      z.object({
        id: Id,
        code: StageCodeSchema,
        name: z.string(),
        publishedOn: z.nullable(Day),
        revision: Count,
      }),
    ),
  }),
  refusals: [],
});

/** What one was told of a stage, from its publication on. */
const OwnRank = z.object({
  number: Count,
  rank: z.nullable(Count),
  total: z.nullable(z.string()),
  theory: z.nullable(z.string()),
  skill: z.nullable(z.string()),
  standing: z.enum(STAGE_STANDINGS),
  advances: z.boolean(),
  revision: Count,
  publishedOn: Day,
  reason: z.nullable(z.string()),
});

const OwnStage = z.object({
  ...StageView.shape,
  id: Id,
  isLast: z.boolean(),
  /** Whether one takes part in it, as far as it is known. */
  reached: z.enum(['yes', 'no', 'open']),
  /** One's ticket for its rooms, as `getTicket` takes it; absent while one holds none. */
  ticket: z.optional(z.object({ id: Id })),
  /** One's number on its roster, by which the public ranks name everybody; absent until the roster is fixed. */
  number: z.optional(Count),
  rank: z.nullable(OwnRank),
  /** What was published before, the latest first. */
  earlier: z.array(z.object({ rank: z.nullable(Count), total: z.nullable(z.string()), publishedOn: Day })),
  /** Let into the next stage in place of another, by a decision of staff. */
  admitted: z.nullable(z.object({ on: Day, reason: z.string() })),
  /** Of those who are ranked together. */
  groups: z.array(RankedGroupView),
});
export type OwnStage = z.output<typeof OwnStage>;

/** The stages of one's own entry, from the first to the last. */
export const listMyStages = endpoint({
  name: 'listMyStages',
  method: 'GET',
  path: '/entries/:id/stages',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({ title: z.string(), state: z.enum(['entered', 'withdrawn', 'refused']), items: z.array(OwnStage) }),
  refusals: [],
});
