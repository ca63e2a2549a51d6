import * as z from 'zod/mini';
import { ConditionSchema, LevelSchema, SchoolSchema } from './condition';
import { DocumentTreeSchema } from './document';
import { PrintedNameSchema, code, listOf, listOfSome, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';

/** 理论知识 · 操作技能 · 综合评审. */
export const SubjectCodeSchema = z.enum(['theory', 'skill', 'review']);
export type SubjectCode = z.infer<typeof SubjectCodeSchema>;

/** One subject; `name` as printed (技能考核 is `skill` too), `method` such as 闭卷笔试, null where none is printed. */
export const SubjectSchema = z.strictObject({
  code: SubjectCodeSchema,
  name: text,
  method: orNull(text),
  /** 具体考核时间另行通知: a session runs without a day for it, which staff announce later. Absent: on the exam days. */
  announcedLater: z.optional(sourced(yesOrNo)),
  source: SourceSchema,
});
export type Subject = z.infer<typeof SubjectSchema>;

/** One of the printed conditions, with the number the notice prints, the national code, and its own documents. */
export const RouteSchema = z.strictObject({
  /** The name of the route inside its offering: the printed number, or the national one where none is printed. */
  code,
  printedNumber: orNull(wholeNumber(1, 20)),
  /** Level and number in 国家职业标准编制技术规程, such as `3-4`. */
  nationalCode: orNull(z.string().check(z.regex(/^[1-5]-\d$/))),
  condition: ConditionSchema,
  documents: orNull(DocumentTreeSchema),
  source: SourceSchema,
});
export type Route = z.infer<typeof RouteSchema>;

/** occupation × work type × level; `level` and `months` are null in a competition; months are those printed. */
export const OfferingSchema = z.strictObject({
  code,
  occupation: text,
  workType: orNull(text),
  level: orNull(LevelSchema),
  levelName: orNull(text),
  months: orNull(z.array(wholeNumber(1, 12))),
  standard: orNull(sourced(text)),
  subjects: listOfSome(SubjectSchema),
  /** Empty when only the notice-wide conditions bind. */
  routes: listOf(RouteSchema),
  source: SourceSchema,
});
export type Offering = z.infer<typeof OfferingSchema>;

/** 相关职业; open where the print ends in 等. */
export const OccupationListSchema = z.strictObject({
  id: code,
  open: sourced(yesOrNo),
  names: listOfSome(PrintedNameSchema),
  source: SourceSchema,
});
export type OccupationList = z.infer<typeof OccupationListSchema>;

/** 相关专业 of some schools, as names, as categories (专业大类, which staff judge), or as names inside a category. */
export const MajorListSchema = z.strictObject({
  id: code,
  schools: listOfSome(SchoolSchema),
  open: sourced(yesOrNo),
  names: listOf(PrintedNameSchema),
  categories: listOf(text),
  source: SourceSchema,
});
export type MajorList = z.infer<typeof MajorListSchema>;
