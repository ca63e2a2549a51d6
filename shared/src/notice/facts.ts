import * as z from 'zod/mini';
import { type LocalDate, addDays, tidyLine } from '../kernel';
import { LevelSchema, SchoolSchema, TitleGradeSchema } from './condition';
import { DaySchema, code } from './scalars';

/** What somebody says in words, in its one form. */
const text = z.string().check(z.overwrite(tidyLine), z.minLength(1), z.maxLength(20_000));

/**
 * One job: from the first day to the day after the last; `to: null` while it lasts. `byMonth`: only the months are known, so
 * it stands for as much as they allow, from the first day of the one to the last of the other.
 */
export const JobSchema = z.strictObject({
  occupation: text,
  from: DaySchema,
  to: z.nullable(DaySchema),
  employer: z.optional(text),
  byMonth: z.optional(z.literal(true)),
});
export type Job = z.infer<typeof JobSchema>;

export const HeldCertificateSchema = z.strictObject({
  occupation: text,
  level: LevelSchema,
  issuedOn: DaySchema,
  number: z.optional(text),
});
export type HeldCertificate = z.infer<typeof HeldCertificateSchema>;

/** `on`: the day of graduation, expected for final-year students; null where unknown. */
export const HeldDiplomaSchema = z.strictObject({
  school: SchoolSchema,
  major: text,
  status: z.enum(['graduated', 'final-year', 'enrolled']),
  on: z.optional(z.nullable(DaySchema)),
  schoolName: z.optional(text),
});
export type HeldDiploma = z.infer<typeof HeldDiplomaSchema>;

export const HeldTitleSchema = z.strictObject({ occupation: text, grade: TitleGradeSchema, on: DaySchema });
export type HeldTitle = z.infer<typeof HeldTitleSchema>;

export const StaySchema = z.strictObject({
  city: text,
  kind: z.enum(['work', 'study']),
  from: DaySchema,
  to: z.nullable(DaySchema),
});
export type Stay = z.infer<typeof StaySchema>;

/** The last day of a job or stay, as people say it and papers print it; null while it lasts. */
export const lastDayOf = ({ to }: { readonly to: LocalDate | null }): LocalDate | null =>
  to === null ? null : addDays(to, -1);

/** What `to` is when somebody names the last day, which counts. */
export const toAfter = (lastDay: LocalDate): LocalDate => addDays(lastDay, 1);

/**
 * What candidates say of themselves. An absent key is an unknown fact, an empty list a known "none". `womanLine` is the
 * retirement line (50 or 55) that no ID shows; null when the candidate does not know it.
 */
export const FactsSchema = z.strictObject({
  birthDate: z.optional(DaySchema),
  sex: z.optional(z.enum(['male', 'female'])),
  womanLine: z.optional(z.nullable(z.union([z.literal(50), z.literal(55)]))),
  intends: z.optional(z.boolean()),
  jobs: z.optional(z.array(JobSchema).check(z.maxLength(100))),
  certificates: z.optional(z.array(HeldCertificateSchema).check(z.maxLength(100))),
  diplomas: z.optional(z.array(HeldDiplomaSchema).check(z.maxLength(50))),
  titles: z.optional(z.array(HeldTitleSchema).check(z.maxLength(50))),
  residence: z.optional(z.array(StaySchema).check(z.maxLength(100))),
  declared: z.optional(z.record(code, z.boolean())),
});
export type Facts = z.infer<typeof FactsSchema>;

/** A fact by its key; one statement of `declared` as `declared.<statement>`. */
export type FactName = Exclude<keyof Facts, 'declared'> | `declared.${string}`;
