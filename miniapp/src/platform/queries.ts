import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { type Query, QueryClient, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { call } from './call';
import { everyPageOf } from './every-page-of';
import { useInFront } from './in-front';
import { OFFLINE, type Refusal, type Reply } from './reply';
import type { CallArgs, LooseArgs } from './send';
import { onSignInChange, signInState } from './signed-in';

/** What a screen knows of an answer; `ready` stays while a newer one is fetched. */
export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly data: T;
      readonly refresh: () => void;
      /** There is no network: this is what was answered then (milliseconds of the wall). */
      readonly keptAt?: number | undefined;
    };

const STALE_MS = 15_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    // `always`: without a network the call itself says so, instead of waiting in silence
    queries: { staleTime: STALE_MS, retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
  },
});

let shownTo: string | null = null;
onSignInChange(() => {
  const now = signInState().account?.id ?? null;
  if (now === shownTo) return;
  // What one account has seen is not for the next; what was refused before signing in is asked for again.
  if (shownTo !== null) void queryClient.resetQueries();
  else void queryClient.invalidateQueries({ predicate: ({ state }) => isRefused(state.data) });
  shownTo = now;
});

const isRefused = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'ok' in data && data.ok === false;

/** Whether an answer is missing, old, or was told to be so. */
export const isStale = (queryKey: readonly unknown[]): boolean =>
  queryClient.getQueryCache().find({ queryKey, exact: true })?.isStaleByTime(STALE_MS) ?? true;

/**
 * `keep`: the last answer stays until the next one comes. `whole`: of a list, all pages and not the first; told of one list
 * by all who ask for it, for they share the answer.
 */
type ReadOptions = { enabled?: boolean; everyMs?: number; keep?: boolean; whole?: boolean };

/** Reads an endpoint and keeps the answer for every screen that asks the same. */
export function useAnswer<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  { enabled = true, everyMs, keep = false, whole = false }: ReadOptions = {},
): Answer<ReplyOf<E>> {
  const queryKey = [endpoint.name, args];
  const inFront = useInFront();
  const { data, refetch } = useQuery({
    queryKey,
    queryFn: () => freshOrLast(endpoint, args, whole),
    // what nobody sees is fetched when it comes to the front
    enabled: () => enabled && inFront(),
    meta: { who: endpoint.who, shape: endpoint.reply },
    ...(everyMs ? { refetchInterval: everyMs } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  // what is on its way already is as new
  const again = () => void refetch({ cancelRefetch: false });
  useDidShow(() => {
    if (enabled && isStale(queryKey)) again();
  });
  if (!data) return { state: 'loading' };
  return data.ok
    ? { state: 'ready', data: data.data, refresh: again, keptAt: data.keptAt }
    : { state: 'refused', refusal: data, retry: again };
}

/** Whatever was read before is old after a change, and so is what is still on its way; fetches anew what is in front. */
export const reloadScreens = (): Promise<void> => reload(() => true);

/** The same, but resolves also when it takes too long. */
export const refreshScreens = (): Promise<void> => atMost(reloadScreens());

async function reload(predicate: (query: Query) => boolean): Promise<void> {
  void queryClient.cancelQueries({ predicate, fetchStatus: 'fetching' });
  await queryClient.invalidateQueries({ predicate, refetchType: 'active' });
}

/** Shows what a change answered wherever it is read. */
export const showAnswer = <E extends EndpointSpec>(endpoint: E, args: CallArgs<E>, reply: Reply<ReplyOf<E>>): void =>
  show([endpoint.name, args], reply);

/** An answer on its way tells how things stood before. */
function show(queryKey: readonly unknown[], reply: unknown): void {
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, reply);
}

/**
 * Takes over what a command answered: whatever shows the same thing shows it at once, and whatever was read before is old.
 * What the page in front shows is fetched anew; resolves when its answer is on screen, which may not take long.
 */
export function takeReply(
  endpoint: EndpointSpec,
  args: LooseArgs,
  reply: { readonly ok: true; readonly data: unknown },
): Promise<void> {
  const isShown = showNewer(endpoint, args, reply);
  // what anybody may read is no candidate's to change
  const predicate = ({ meta }: Query) => endpoint.who !== 'signed-in' || meta?.['who'] !== 'anybody';
  const reloaded = reload(predicate);
  return isShown ? Promise.resolve() : atMost(reloaded);
}

/**
 * Whether a reply is the newest state of something that was read in the same shape, and now stands in its place: it bears
 * the same id or, where it bears none, was asked for by the same parameters.
 */
function showNewer({ reply: shape }: EndpointSpec, args: LooseArgs, reply: { readonly data: unknown }): boolean {
  const id = idOf(reply.data);
  const isOfSame = ({ queryKey, state: { data } }: Query) =>
    isAnswer(data) && (id === null ? isAskedBy(queryKey[1], args) : idOf(data.data) === id);
  const same = queryClient
    .getQueryCache()
    .getAll()
    .filter((query) => query.meta?.['shape'] === shape && isOfSame(query));
  for (const { queryKey } of same) show(queryKey, reply);
  return same.some((query) => query.isActive());
}

/** Whether a command names all that a read was asked by: nobody asks it by more than its path then. */
function isAskedBy(read: unknown, { params }: LooseArgs): boolean {
  if (!isKeyed(read) || read['query'] !== undefined) return false;
  const asked = read['params'] ?? {};
  return isKeyed(asked) && Object.entries(asked).every(([name, value]) => isKeyed(params) && params[name] === value);
}

const isKeyed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isAnswer = (data: unknown): data is { data: unknown } => isKeyed(data) && 'data' in data;

const idOf = (data: unknown): string | null => (isKeyed(data) && typeof data['id'] === 'string' ? data['id'] : null);

/** A network may be so slow that nobody waits for what only refreshes the screen. */
const atMost = (work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
const PATIENCE_MS = 2_000;

/** Without a network the last good answer stays on screen. */
async function freshOrLast<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  whole: boolean,
): Promise<Reply<ReplyOf<E>>> {
  const reply = await (whole ? everyPageOf(args, (asked) => call(endpoint, asked)) : call(endpoint, args));
  if (reply.ok || reply.code !== 'offline') return reply;
  const last = queryClient.getQueryState<Reply<ReplyOf<E>>>([endpoint.name, args]);
  return last?.data?.ok ? { ...last.data, keptAt: last.data.keptAt ?? last.dataUpdatedAt } : OFFLINE;
}
