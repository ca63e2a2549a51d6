/** Says at compile time which member of `C` the list `L` leaves out. */
type Complete<C extends string, L extends readonly C[]> = [Exclude<C, L[number]>] extends [never]
  ? unknown
  : { readonly missing: Exclude<C, L[number]> };

/** A list of every member of a union: one that is left out does not compile. `every<'a' | 'b'>()(['a', 'b'])`. */
export const every =
  <C extends string>() =>
  <const L extends readonly C[]>(codes: L & Complete<C, L>): L =>
    codes;
