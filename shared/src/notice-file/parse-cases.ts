import * as z from 'zod/mini';
import { type LocalDate, type Result, failed } from '../kernel';
import { DaySchema, type Facts, FactsSchema } from '../notice';
import { locatedJson } from './parse-facts';
import { parseBySchema } from './parse-by-schema';
import type { FileProblem } from './yaml-text';

/** Somebody to try a notice on: their facts, the offering wanted, and the day of the application (else today). */
export type NoticeCase = {
  readonly name?: string | undefined;
  readonly offering: string;
  readonly on?: LocalDate | undefined;
  readonly facts: Facts;
};

const CasesSchema = z
  .array(
    z.strictObject({
      name: z.optional(z.string().check(z.maxLength(60))),
      offering: z.string().check(z.maxLength(64)),
      on: z.optional(DaySchema),
      facts: FactsSchema,
    }),
  )
  .check(z.minLength(1), z.maxLength(5000));

/** A list of cases from JSON text; problems carry path and line. */
export function parseCases(json: string): Result<readonly NoticeCase[], readonly FileProblem[]> {
  const located = locatedJson(json);
  return located.ok ? parseBySchema(CasesSchema, located.value) : failed(located.error);
}
