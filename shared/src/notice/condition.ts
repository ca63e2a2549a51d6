import * as z from 'zod/mini';
import { DaySchema, code, listOf, listOfSome, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema } from './source';

/** 学徒工 (6) · 五级/初级工 (5) … 一级/高级技师 (1) · 特级技师 (0) · 首席技师 (-1): the smaller the number, the higher the level. */
export const LEVELS = [6, 5, 4, 3, 2, 1, 0, -1] as const;
export const LevelSchema = wholeNumber(-1, 6);

export const SCHOOLS = [
  'technical',
  'technical-senior',
  'technician-prep',
  'secondary-vocational',
  'higher-vocational',
  'junior-college',
  'bachelor',
  'postgraduate',
] as const;
/** 技工学校 · 高级工班 · 预备技师班 · 中等职业 · 高等职业 · 专科 · 本科 · 研究生. */
export const SchoolSchema = z.enum(SCHOOLS);
export type School = z.infer<typeof SchoolSchema>;

/** 初级 · 中级 · 高级职称. */
export const TitleGradeSchema = z.enum(['junior', 'intermediate', 'senior']);
export type TitleGrade = z.infer<typeof TitleGradeSchema>;

/** Which occupations count: the offering's own, and those of a named list; 只说相关职业 is `own: false`. */
export const OccupationFieldSchema = z.strictObject({ own: yesOrNo, related: orNull(code) });
export type OccupationField = z.infer<typeof OccupationFieldSchema>;

/** Which majors count: the offering's own (no list names it: staff judge), and those of named lists. */
export const MajorFieldSchema = z.strictObject({ own: yesOrNo, related: listOf(code) });
export type MajorField = z.infer<typeof MajorFieldSchema>;

const SinceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('certificate'), field: OccupationFieldSchema, level: LevelSchema }),
  z.strictObject({ kind: z.literal('title'), field: OccupationFieldSchema, grade: TitleGradeSchema }),
]);

const years = wholeNumber(0, 60);
const source = SourceSchema;

const leaves = [
  /** Whole years of age, both ends included. */
  z.strictObject({
    kind: z.literal('age'),
    atLeast: orNull(wholeNumber(0, 120)),
    atMost: orNull(wholeNumber(0, 120)),
    source,
  }),
  /** Strictly before; that very day is a doubt. */
  z.strictObject({ kind: z.literal('bornBefore'), day: DaySchema, source }),
  z.strictObject({ kind: z.literal('withinRetirementAge'), source }),
  /** 累计满 `years`; with `since`, only work after that paper's date. */
  z.strictObject({
    kind: z.literal('experience'),
    field: OccupationFieldSchema,
    years,
    since: orNull(SinceSchema),
    source,
  }),
  z.strictObject({
    kind: z.literal('certificate'),
    field: OccupationFieldSchema,
    level: LevelSchema,
    heldYears: orNull(years),
    source,
  }),
  /** `finalYear`: 含在读应届毕业生; `enrolled`: every student of the school counts (技师班学生). */
  z.strictObject({
    kind: z.literal('diploma'),
    schools: listOfSome(SchoolSchema),
    field: MajorFieldSchema,
    finalYear: yesOrNo,
    enrolled: z.optional(yesOrNo),
    source,
  }),
  z.strictObject({
    kind: z.literal('title'),
    field: OccupationFieldSchema,
    grade: TitleGradeSchema,
    heldYears: orNull(years),
    source,
  }),
  z.strictObject({
    kind: z.literal('residence'),
    city: text,
    kinds: listOfSome(z.enum(['work', 'study'])),
    years,
    source,
  }),
  /**
   * Something the candidate states. `intends` reads the fact of that name; a statement with a `field` (`works`) is also
   * met by a present job in it. With `letter`, a document the notice names, the statement counts as met. `asks` is the
   * question in the screen's words. `no`: whether a denial is refused (the usual), or left to staff (an equivalent counts, or the
   * printed list ends in 等).
   */
  z.strictObject({
    kind: z.literal('declared'),
    statement: code,
    letter: orNull(code),
    field: orNull(OccupationFieldSchema),
    asks: z.optional(text),
    no: z.optional(z.enum(['refuse', 'review'])),
    source,
  }),
] as const;

const LeafSchema = z.discriminatedUnion('kind', leaves);
export type ConditionLeaf = z.infer<typeof LeafSchema>;

/** What a candidate must be or have: a tree of allOf / anyOf over leaves that each carry their source. */
export type Condition = ConditionLeaf | { kind: 'allOf'; of: Condition[] } | { kind: 'anyOf'; of: Condition[] };

const branch = <K extends string>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    get of(): z.ZodMiniType<Condition[]> {
      return listOfSome(ConditionSchema);
    },
  });

export const ConditionSchema: z.ZodMiniType<Condition> = z.discriminatedUnion('kind', [
  ...leaves,
  branch('allOf'),
  branch('anyOf'),
]);
