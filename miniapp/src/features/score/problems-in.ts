import { results } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';

export type SheetProblem = results.SheetProblem;

/** The rows that a refused sheet names; none when the refusal is about something else. */
export function problemsIn(data: Readonly<Record<string, unknown>>): readonly SheetProblem[] {
  const read = z.safeParse(z.array(results.SheetProblem), data['problems']);
  return read.success ? read.data : [];
}
