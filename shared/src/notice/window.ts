import * as z from 'zod/mini';
import { DaySchema, code, listOf, named, listOfSome, monthOfYear, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { LevelSchema } from './condition';
import { SourceSchema, sourced } from './source';

export const WINDOW_KINDS = [
  'application',
  'payment',
  'ticket',
  'exam',
  'results',
  'publicity',
  'review',
  'retake',
  'confirmation',
  'training',
  'collection',
  'objection',
  'preliminary',
  'semi-final',
  'final',
] as const;
/**
 * 报名 · 缴费 · 准考证 · 考试 · 公布成绩 · 成绩公示 · 成绩复核 · 补考 · 现场确认 · 培训 · 领证 · 异议 · and the stages of a
 * competition 初赛 · 复赛 · 决赛. The code knows what these mean: they open and close what people may do.
 */
export type KnownWindowKind = (typeof WINDOW_KINDS)[number];
/** Any other window goes by the name that its notice prints, such as 论文答辩: shown and reminded of, deciding nothing. */
type PrintedWindowKind = string & { readonly __brand: 'PrintedWindowKind' };
export type WindowKind = KnownWindowKind | PrintedWindowKind;

const LONGEST_WINDOW_NAME = 12;
export const WindowKindSchema: z.ZodMiniType<WindowKind> = z.union([
  z.enum(WINDOW_KINDS),
  // why: only Chinese, so that a misspelt code is no name
  named<PrintedWindowKind>(new RegExp(`^\\p{Script=Han}{2,${LONGEST_WINDOW_NAME}}$`, 'u')),
]);

/** Days that staff enter for a session because the notice does not print them. */
export const SessionFieldSchema = z.enum([
  'application-opens',
  'application-closes',
  'payment-opens',
  'payment-closes',
  'exam-start',
  'exam-end',
]);
export type SessionField = z.infer<typeof SessionFieldSchema>;

/**
 * Days a boundary hangs on. `published` is the actual publication day, and until then the day the results window
 * closes; `first-published` is that of the candidate's first sitting.
 */
export const AnchorSchema = z.enum([
  'exam-start',
  'exam-end',
  'published',
  'first-published',
  'publicity-opens',
  'publicity-closes',
  'application-opens',
  'application-closes',
  'payment-closes',
]);
export type Anchor = z.infer<typeof AnchorSchema>;

const source = SourceSchema;
/** `reading`: how an unclear print is read, as an assumption that staff confirm. */
const reading = z.optional(SourceSchema);

/** One end of a window. `after`/`before`: the day of the anchor is not counted; `within` is the latest day. */
export const BoundarySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), field: SessionFieldSchema, source, reading }),
  z.strictObject({ kind: z.literal('on'), day: DaySchema, source, reading }),
  z.strictObject({ kind: z.literal('anchor'), anchor: AnchorSchema, source, reading }),
  z.strictObject({
    kind: z.literal('offset'),
    direction: z.enum(['before', 'after', 'within']),
    count: wholeNumber(0, 400),
    unit: z.enum(['days', 'workdays', 'weeks', 'months', 'years']),
    anchor: AnchorSchema,
    /** Another count that the notice prints for some sessions; staff say for which. */
    orElse: z.optional(z.strictObject({ count: wholeNumber(0, 400), source })),
    source,
    reading,
  }),
  /** The row of `schedule` for the session's exam month. */
  z.strictObject({ kind: z.literal('schedule'), field: SessionFieldSchema, source, reading }),
  /** The last day a pass is kept, by the `retake` rule of the offering's level. */
  z.strictObject({ kind: z.literal('kept'), source, reading }),
  /** Printed words that name no day, such as 7月下旬. */
  z.strictObject({ kind: z.literal('printed'), text, source, reading }),
]);
export type Boundary = z.infer<typeof BoundarySchema>;

/** A span of days, both included; null where the notice leaves an end open. */
export const WindowSchema = z.strictObject({
  kind: WindowKindSchema,
  opens: orNull(BoundarySchema),
  closes: orNull(BoundarySchema),
});
export type Window = z.infer<typeof WindowSchema>;

const span = z.strictObject({ opens: DaySchema, closes: DaySchema });
/** A printed row of dates for one exam month; `flag` says what staff should look at. */
export const ScheduleRowSchema = z.strictObject({
  month: monthOfYear,
  offerings: listOfSome(code),
  application: orNull(span),
  payment: orNull(span),
  source,
  flag: z.optional(text),
});
export type ScheduleRow = z.infer<typeof ScheduleRowSchema>;

/** How passes are kept and failed subjects taken again. */
export const RetakeSchema = z.strictObject({
  /** Empty `levels`: every level; null `chances`: no limit printed. */
  kept: listOfSome(
    z.strictObject({
      levels: listOf(LevelSchema),
      years: wholeNumber(1, 10),
      chances: orNull(wholeNumber(1, 20)),
      source,
    }),
  ),
  keptFrom: sourced(z.enum(['published', 'first-published', 'exam-end'])),
  absenceUsesChance: sourced(yesOrNo),
  /** A new application for the same occupation, work type and level gives the kept passes up. */
  newApplicationForfeits: sourced(yesOrNo),
  through: sourced(z.enum(['application-flow', 'retake-form'])),
});
export type RetakeRule = z.infer<typeof RetakeSchema>;
