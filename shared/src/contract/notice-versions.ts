import * as z from 'zod/mini';
import { NoticeSchema } from '../notice';
import { CHANGE_GROUPS } from '../rules/changes';
import { endpoint } from './endpoint';
import { ClauseView, Count, Id, IdParams, Instant, PageQuery, pageOf } from './fields';

/** A value as a notice file has it. */
export const Scalar = z.nullable(z.union([z.string(), z.number(), z.boolean()]));
const Side = z.nullable(
  z.object({ text: z.nullable(z.union([z.string(), z.number()])), source: z.nullable(ClauseView) }),
);

/** One thing that differs between two versions; `text` is fen where the unit is a fee. */
export const NoticeChangeView = z.object({
  group: z.enum(CHANGE_GROUPS),
  unit: z.string(),
  what: z.enum(['added', 'removed', 'changed']),
  offerings: z.nullable(z.array(z.string())),
  path: z.string(),
  data: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
  before: Side,
  after: Side,
  wordsOnly: z.boolean(),
  leaves: z.array(z.object({ path: z.string(), before: Scalar, after: Scalar })),
});
export type NoticeChangeView = z.output<typeof NoticeChangeView>;

/** The versions of a notice, newest first, each with what it changed; the first changed nothing. */
export const listNoticeVersions = endpoint({
  name: 'listNoticeVersions',
  method: 'GET',
  path: '/notices/:id/versions',
  who: 'anybody',
  params: IdParams,
  query: z.strictObject(PageQuery),
  reply: pageOf(z.object({ version: Count, publishedAt: Instant, changes: z.array(NoticeChangeView) })),
  refusals: [],
});

const VersionNumber = z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000));

/**
 * A notice as it was in one of its versions, with its raw text and what the next versions up to the present changed.
 */
export const getNoticeVersion = endpoint({
  name: 'getNoticeVersion',
  method: 'GET',
  path: '/notices/:id/versions/:version',
  who: 'anybody',
  params: z.strictObject({ id: Id, version: VersionNumber }),
  reply: z.object({
    notice: NoticeSchema,
    version: Count,
    runningVersion: Count,
    publishedAt: Instant,
    text: z.string(),
    /** From this version to the running one. */
    changesSince: z.array(NoticeChangeView),
  }),
  refusals: [],
});
