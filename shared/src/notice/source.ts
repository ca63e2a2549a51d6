import * as z from 'zod/mini';
import type { Clause } from '../kernel';
import { text } from './scalars';

/** Where a leaf comes from: words of the notice in a clause such as `三（二）1` or `附件1`, a standard, or an assumption. */
export const SourceSchema = z.union([
  z.strictObject({ clause: text, quote: text, corrected: z.optional(text) }),
  z.strictObject({ standard: text, quote: z.optional(text) }),
  z.strictObject({ assumed: text }),
]) satisfies z.ZodMiniType<Clause>;
export type Source = Clause;

/** A value that decides something, beside its source. */
export const sourced = <T extends z.ZodMiniType>(value: T) => z.strictObject({ value, source: SourceSchema });
