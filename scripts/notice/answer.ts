import { type Clause, type Result, failed } from '@jikaotong/shared/kernel';

/** What the command line refuses: a place in a file (`line` from 1), or an argument (`line` null). */
export type Problem = {
  readonly path: string;
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
  /** The clause and words of the notice that refuse, where it does. */
  readonly clause?: string | null;
  readonly quote?: string | null;
};

/** JSON for stdout, or the problems of the input; `unfinished`: somebody still has to decide, so the command exits with 1. */
export type Answer = Result<unknown, readonly Problem[]> | ReturnType<typeof unfinished>;

export const unfinished = (value: unknown) => ({ ok: true as const, value, unfinished: true as const });

export const refused = (path: string, code: string, message: string) =>
  failed<readonly Problem[]>([{ path, line: null, code, message }]);

/** A source as the answers print it: clause and quote, both null where nothing is printed. */
export const printedSource = (source: Clause | null) => {
  if (source === null) return { clause: null, quote: null };
  if ('clause' in source) return { clause: source.clause, quote: source.quote };
  if ('standard' in source) return { clause: null, quote: source.quote ?? null, standard: source.standard };
  return { clause: null, quote: null, assumed: source.assumed };
};
