import * as z from 'zod';

export const SpreadSchema = z.object({ median: z.number(), least: z.number(), most: z.number() });
/** What several rounds measured. */
export type Spread = z.output<typeof SpreadSchema>;

/** The middle one, and the ends; of an even number the upper middle. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}
