/**
 * Where a date, fee or verdict comes from: printed words, what stands elsewhere (a national standard, a body's own plan), or
 * an assumption staff confirm.
 */
export type Clause =
  | { readonly clause: string; readonly quote: string; readonly corrected?: string | undefined }
  | { readonly standard: string; readonly quote?: string | undefined }
  | { readonly assumed: string };

/** The clause that prints it, such as `三（五）1`; null where nothing is printed. */
export const printedClause = (source: Clause): string | null => ('clause' in source ? source.clause : null);

export const isAssumed = (source: Clause): source is Extract<Clause, { assumed: string }> => 'assumed' in source;
