import * as z from 'zod/mini';
import { Bytes, Id, IdParams, type RefusalCode, type Role, endpoint, line, pageOf } from '../contract';
import { type Act, type Acting, type Acts, actingOf } from './acts';
import type { Columns, Row } from './columns';
import { type Asked, type Filters, filterText } from './filters';

/**
 * A column whose cells are never sealed or made of several values; only by such a one a list is sorted. One that may be empty
 * and a `named` one need a key of their source's: engines part on where nothing comes, and the order of codes says nothing.
 */
type SortableKey<C extends Columns> = {
  [K in keyof C & string]: C[K]['kind'] extends 'sealed' | 'data' | 'codes' | 'flag' | 'mark' | 'picture' ? never : K;
}[keyof C & string];

/** A list as it is declared. */
export type ListSpec<C extends Columns, F extends Filters, A extends Acts> = {
  /** Unique camelCase noun, such as `staff`. */
  readonly name: string;
  /** `:id` is the body or event within which the list lies; the server checks that the caller works there. */
  readonly path: `/${string}/:id/${string}`;
  readonly within: 'body' | 'event';
  readonly who: readonly Role[];
  readonly columns: C;
  readonly filters: F;
  /** The columns to sort by, each with an index of its own, and how the list is sorted unasked (`-at`: latest first). */
  readonly order: { readonly by: readonly string[]; readonly first: string };
  readonly acts: A;
  /** Sums in fen that the counts bring, under the filters. */
  readonly sums?: readonly string[];
};

type Sorting = { sort?: string | undefined };
/** `limit` travels as text, as all of a query does; 1 to 200. */
type Paging = { cursor?: string | undefined; limit?: string | undefined };
/**
 * How many match: in all, and for each code of each code filter under the other filters; `names` calls the codes of
 * `values` filters by name, in the order in which they are shown.
 */
export type Tally = {
  total: number;
  by: Record<string, Record<string, number>>;
  names: Record<string, { code: string; name: string }[]>;
  /** Of lists that declare sums: what each comes to, in fen. */
  sums?: Record<string, number> | undefined;
};
/** `columns`: which, in this order (`name,state`); without, all. `reason`: why personal values are wanted unmasked. */
type SheetWish = { columns?: string | undefined; reason?: string | undefined };

type Get<Q, Reply> = {
  readonly name: string;
  readonly method: 'GET';
  readonly path: `/${string}`;
  readonly who: readonly Role[];
  readonly params: typeof IdParams;
  readonly query: z.ZodMiniType<Q, Q>;
  readonly reply: z.ZodMiniType<Reply, Reply>;
  readonly refusals: readonly RefusalCode[];
};

export type List<C extends Columns = Columns, F extends Filters = Filters, A extends Acts = Acts> = ListSpec<
  C,
  F,
  A
> & {
  readonly rows: Get<Asked<F> & Sorting & Paging, Page<Row<C>>>;
  readonly counts: Get<Asked<F>, Tally>;
  readonly sheet: Get<Asked<F> & Sorting & SheetWish, Uint8Array> & {
    readonly kind: 'download';
    readonly limit: 'heavy';
  };
  readonly acting: Acting<C, F, A>;
};
type Page<T> = { items: T[]; next: string | null };

/** The row of a list: `ListRow<typeof staffList>`. */
export type ListRow<L> = L extends List<infer C, Filters, Acts> ? Row<C> : never;
export type ColumnOf<L extends { readonly columns: Columns }> = keyof L['columns'] & string;
export type ActOf<L extends { readonly acts: Acts }> = keyof L['acts'] & string;

/**
 * Declares a list once: its rows page by page, its counts, its export and its acts on many become ordinary endpoints,
 * so roles, reply parsing and OpenAPI hold for them as for any other. Refuses at load what no index could answer.
 */
export function defineList<
  const C extends Columns,
  const F extends Filters<keyof C & string>,
  const A extends Acts = Readonly<Record<never, Act>>,
>(
  spec: Omit<ListSpec<C, F, A>, 'acts' | 'order'> & {
    readonly acts?: A;
    readonly order: {
      readonly by: readonly SortableKey<C>[];
      readonly first: SortableKey<C> | `-${SortableKey<C>}`;
    };
  },
): List<C, F, A>;
export function defineList(given: Omit<ListSpec<Columns, Filters, Acts>, 'acts'> & { acts?: Acts }): List {
  const spec = { ...given, acts: given.acts ?? {} };
  const { name, path, who, columns, filters } = spec;
  const asked = Object.fromEntries(Object.entries(filters).map(([key, filter]) => [key, filterText(columns, filter)]));
  const sort = z.optional(z.enum(spec.order.by.flatMap((key) => [key, `-${key}`])));
  const row = z.object({
    id: Id,
    version: z.int(),
    ...Object.fromEntries(Object.entries(columns).map(([key, { cell }]) => [key, cell])),
  });
  const common = { who, params: IdParams, method: 'GET' as const };
  return {
    ...spec,
    rows: endpoint({
      ...common,
      name: `${name}Rows`,
      path,
      query: z.strictObject({
        ...asked,
        sort,
        cursor: z.optional(line(1000)),
        limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-9]\d|1\d\d|200)$/))),
      }),
      reply: pageOf(row),
      refusals: [],
    }),
    counts: endpoint({
      ...common,
      name: `${name}Counts`,
      path: `${path}/counts`,
      query: z.strictObject(asked),
      reply: z.object({
        total: z.int(),
        by: z.record(z.string(), z.record(z.string(), z.int())),
        names: z.record(z.string(), z.array(z.object({ code: z.string(), name: z.string() }))),
        sums: z.optional(z.record(z.string(), z.int())),
      }),
      refusals: [],
    }),
    sheet: endpoint({
      ...common,
      name: `${name}Sheet`,
      path: `${path}/sheet`,
      kind: 'download',
      limit: 'heavy',
      query: z.strictObject({
        ...asked,
        sort,
        columns: z.optional(
          line(1000).check(z.refine((chosen) => chosen.split(',').every((key) => Object.hasOwn(columns, key)))),
        ),
        reason: z.optional(line(200)),
      }),
      reply: Bytes,
      refusals: [],
    }),
    acting: actingOf(spec, asked, row),
  };
}
