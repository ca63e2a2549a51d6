/** Where a date, fee or verdict comes from: printed words, a national standard, or an assumption staff confirm. */
export type Clause =
  | { readonly clause: string; readonly quote: string; readonly corrected?: string | undefined }
  | { readonly standard: string; readonly quote?: string | undefined }
  | { readonly assumed: string };

export const isAssumed = (source: Clause): source is Extract<Clause, { assumed: string }> => 'assumed' in source;
