import * as z from 'zod/mini';
import { DaySchema, FenSchema, LevelSchema, SourceSchema, SubjectCodeSchema, TimeSchema } from '../notice';
import { ROLES } from './roles';

/** Fields that many resources share. */
export const Id = z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/));
export const IdParams = z.strictObject({ id: Id });
export const Day = DaySchema;
export const Time = TimeSchema;
export const FenAmount = FenSchema;
/** Milliseconds since the epoch. */
export const Instant = z.int().check(z.nonnegative());
export const Count = z.int().check(z.nonnegative());
export const RoleName = z.enum(ROLES);

/** Printable text of one line, trimmed, without control characters. */
export const line = (max: number, min = 1) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(/^[^\p{Cc}]*$/u));

/** Text of several lines, trimmed. */
export const prose = (max: number, min = 1) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(/^[^\0]*$/));

export const ClauseView = SourceSchema;

export const SubjectName = SubjectCodeSchema;
/** 5 is 五级/初级工, 1 is 一级/高级技师. */
export const LevelNumber = z.nullable(LevelSchema);

/** An offering as lists and cards show it. */
export const OfferingView = z.object({
  code: z.string(),
  occupation: z.string(),
  workType: z.nullable(z.string()),
  level: LevelNumber,
});

/** One page of a list; `next` is the cursor of the following page. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

export const PageQuery = {
  cursor: z.optional(line(200)),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
};

export const Done = z.object({ done: z.literal(true) });
/** The reply of a download is its bytes; the schema only names them in the OpenAPI text. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
