import * as z from 'zod/mini';
import { type Fen, type LocalDate, type TimeOfDay, isFen, isLocalDate, isTimeOfDay } from '../kernel';

/**
 * The words of a notice file arrive as strings (failsafe YAML), those of its own JSON as numbers and booleans:
 * each scalar below reads both, so parsing twice gives the same.
 */
const reading = <T extends z.ZodMiniType>(read: (given: unknown) => unknown, schema: T) =>
  z.pipe(z.transform(read), schema);

const toNumber = (given: unknown): unknown =>
  typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given;
const toBoolean = (given: unknown): unknown => (given === 'true' ? true : given === 'false' ? false : given);
const toNull = (given: unknown): unknown => (given === '' || given === 'null' ? null : given);

/** Any text that says something. */
export const text = z.string().check(z.minLength(1), z.maxLength(20_000));

/** A name in lower-case ASCII with hyphens, such as `installer-5`. */
export const code = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));

export const wholeNumber = (least: number, most: number) =>
  reading(toNumber, z.int().check(z.minimum(least), z.maximum(most)));

export const yesOrNo = reading(toBoolean, z.boolean());

/** The written word `null`, or what the schema says; a missing key stays an error. */
export const orNull = <T extends z.ZodMiniType>(schema: T) => reading(toNull, z.nullable(schema));

/** The same, where a missing key says null too: a part of the language that older notices do not know. */
export const orNothing = <T extends z.ZodMiniType>(schema: T) => z.prefault(orNull(schema), null);

/** A list that may be left out; then it is empty. */
export const listOf = <T extends z.ZodMiniType>(schema: T) => z.prefault(z.array(schema), []);

export const listOfSome = <T extends z.ZodMiniType>(schema: T) => z.array(schema).check(z.minLength(1));

/** A kernel type behind its own guard: the one place where a schema is given the kernel's brand. */
const guarded = <T>(schema: z.ZodMiniType, guard: string) =>
  // why: a refinement does not narrow, and a transform has no JSON Schema
  schema.check(z.meta({ title: guard })) as unknown as z.ZodMiniType<T>;

/** Text of one form, as a type of its own. */
export const named = <T extends string>(form: RegExp): z.ZodMiniType<T> =>
  guarded<T>(z.string().check(z.regex(form, { abort: true })), 'name');

/** `YYYY-MM-DD`, a day that exists. */
export const DaySchema = guarded<LocalDate>(
  z
    .string()
    .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not-a-day', abort: true }), z.refine(isLocalDate, 'not-a-day')),
  'LocalDate',
);

/** `HH:MM`, Beijing time. */
export const TimeSchema = guarded<TimeOfDay>(
  z.string().check(z.regex(/^\d{2}:\d{2}$/, { error: 'not-a-time', abort: true }), z.refine(isTimeOfDay, 'not-a-time')),
  'TimeOfDay',
);

/** Whole fen. */
export const FenSchema = guarded<Fen>(reading(toNumber, z.int().check(z.minimum(0), z.refine(isFen))), 'Fen');

/** `YYYY-MM`. */
export const monthOfYear = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** A written name, with the corrected one where the print is damaged; both match. A plain string is the name as printed. */
export const PrintedNameSchema = reading(
  (given) => (typeof given === 'string' ? { raw: given } : given),
  z.strictObject({ raw: text, corrected: z.optional(text) }),
);
export type PrintedName = z.infer<typeof PrintedNameSchema>;
