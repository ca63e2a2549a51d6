import * as z from 'zod/mini';
import { Count, Id, IdParams, Instant, type RefusalCode, type Role, endpoint, line, pageOf } from '../contract';
import type { Columns, Row } from './columns';
import type { Asked, Filters, filterText } from './filters';

/** Something done to many rows at once, each answering for itself. */
export type Act = {
  /** Who may, when not everybody who sees the list. */
  readonly who?: readonly Role[];
  /** What else it needs to know, such as a reason. */
  readonly needs?: z.ZodMiniType;
  /** The act that takes it back, where one does. */
  readonly undo?: string;
  /** Filters, each with its text, that name the rows to be looked at one by one: the act refuses them, and all that match come without them. */
  readonly aside?: Readonly<Record<string, string>>;
  /** Filters, each with its text, that name the rows to which it can be done at all: of all that match, only those are chosen. */
  readonly of?: Readonly<Record<string, string>>;
};
export type Acts = Readonly<Record<string, Act>>;

/** Which rows: those ticked, or all that match but a few. */
export type Which<F extends Filters> = { ids: string[] } | { match: Asked<F>; except?: string[] | undefined };
/** A choice to freeze: the act, the rows, what the act needs. */
export type Choice<F extends Filters, A extends Acts> = {
  [K in keyof A & string]: { act: K; which: Which<F> } & (A[K] extends { needs: infer N extends z.ZodMiniType }
    ? { needs: z.output<N> }
    : unknown);
}[keyof A & string];

/** A frozen choice on its way: `waiting + done + refused` make the total. `aside`: so many matched, but were left to be looked at. */
export const SelectionView = z.object({
  id: Id,
  act: z.string(),
  state: z.enum(['frozen', 'running', 'done', 'cancelled']),
  total: Count,
  waiting: Count,
  done: Count,
  refused: Count,
  aside: Count,
  /** The selection that this one takes back. */
  takesBack: z.nullable(Id),
  /** Whether what was done can be taken back, and has not been. */
  mayTakeBack: z.boolean(),
  at: Instant,
});
export type SelectionView = z.output<typeof SelectionView>;

/** What became of one row; `row` is null when it is no longer in the list. */
export type RowResult<C extends Columns> = {
  rowId: string;
  row: Row<C> | null;
  state: 'waiting' | 'done' | 'refused';
  code: string | null;
  data: Record<string, unknown> | null;
};

/** How many rows of a choice were refused alike. */
export type RefusalKind = { code: string; data: Record<string, unknown> | null; rows: number };

const SelectionParams = z.strictObject({ id: Id, selectionId: Id });

type Spot<M extends 'GET' | 'POST', Extra, Reply> = {
  readonly name: string;
  readonly method: M;
  readonly path: `/${string}`;
  readonly who: readonly Role[];
  readonly reply: z.ZodMiniType<Reply, Reply>;
  readonly refusals: readonly RefusalCode[];
} & Extra;
type OfSelection = { readonly params: typeof SelectionParams };

/** The endpoints by which many rows are chosen, acted on, watched, and given back. */
export type Acting<C extends Columns, F extends Filters, A extends Acts> = {
  /** Freezes ids and versions; nothing happens yet. */
  readonly select: Spot<
    'POST',
    { readonly params: typeof IdParams; readonly body: z.ZodMiniType<Choice<F, A>, Choice<F, A>> },
    SelectionView
  >;
  readonly start: Spot<'POST', OfSelection, SelectionView>;
  /** Stops before the next row; what is done stays done. */
  readonly cancel: Spot<'POST', OfSelection, SelectionView>;
  /** Makes and starts the selection that undoes what was done; answers with that one. */
  readonly takeBack: Spot<'POST', OfSelection, SelectionView>;
  readonly progress: Spot<'GET', OfSelection, SelectionView>;
  readonly results: Spot<
    'GET',
    OfSelection & {
      readonly query: z.ZodMiniType<
        { cursor?: string; state?: 'refused' },
        { cursor?: string | undefined; state?: 'refused' | undefined }
      >;
    },
    { items: RowResult<C>[]; next: string | null; kinds: RefusalKind[] }
  >;
};

/** More than this at once is refused: nobody looks through it. */
export const MOST_CHOSEN = 20_000;
const MOST_TICKED = 500;

type Needed = {
  readonly name: string;
  readonly path: `/${string}`;
  readonly who: readonly Role[];
  readonly acts: Acts;
};

export function actingOf(
  { name, path, who, acts }: Needed,
  asked: Readonly<Record<string, ReturnType<typeof filterText>>>,
  row: z.ZodMiniType<Row<Columns>, Row<Columns>>,
): Acting<Columns, Filters, Acts> {
  const ids = z.array(Id).check(z.minLength(1), z.maxLength(MOST_TICKED));
  const which = z.union([
    z.strictObject({ ids }),
    z.strictObject({ match: z.strictObject(asked), except: z.optional(z.array(Id).check(z.maxLength(MOST_TICKED))) }),
  ]);
  const choices = Object.entries(acts).map(([act, { needs }]) =>
    z.strictObject({ act: z.literal(act), which, ...(needs && { needs }) }),
  );
  const one = `${path}/selections/:selectionId` as const;
  const post = { method: 'POST', who, params: SelectionParams, reply: SelectionView } as const;
  return {
    select: endpoint({
      ...post,
      name: `${name}Select`,
      path: `${path}/selections`,
      params: IdParams,
      body: z.union(choices),
      refusals: ['too-large', 'wrong-state'],
    }),
    start: endpoint({ ...post, name: `${name}Start`, path: `${one}/start`, refusals: ['wrong-state'] }),
    cancel: endpoint({ ...post, name: `${name}Cancel`, path: `${one}/cancel`, refusals: ['wrong-state'] }),
    takeBack: endpoint({ ...post, name: `${name}TakeBack`, path: `${one}/take-back`, refusals: ['wrong-state'] }),
    progress: endpoint({ ...post, method: 'GET', name: `${name}Progress`, path: one, refusals: [] }),
    results: endpoint({
      method: 'GET',
      who,
      params: SelectionParams,
      name: `${name}Results`,
      path: `${one}/rows`,
      query: z.strictObject({ cursor: z.optional(line(200)), state: z.optional(z.enum(['refused'])) }),
      reply: z.object({
        ...pageOf(
          z.object({
            rowId: Id,
            row: z.nullable(row),
            state: z.enum(['waiting', 'done', 'refused']),
            code: z.nullable(z.string()),
            data: z.nullable(z.record(z.string(), z.unknown())),
          }),
        ).shape,
        kinds: z.array(
          z.object({ code: z.string(), data: z.nullable(z.record(z.string(), z.unknown())), rows: Count }),
        ),
      }),
      refusals: [],
    }),
  };
}
