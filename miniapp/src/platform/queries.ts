import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { QueryClient, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type CallOptions, call, newKey } from './call';
import { OFFLINE, type Refusal, type Reply } from './reply';
import type { CallArgs } from './send';
import { onSignInChange, signInState } from './signed-in';

/** What a screen knows of an answer; `ready` stays while a newer one is fetched. */
export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly retry: () => void }
  | { readonly state: 'ready'; readonly data: T; readonly refresh: () => void };

export const queryClient = new QueryClient({
  defaultOptions: {
    // `always`: without a network the call itself says so, instead of waiting in silence
    queries: { staleTime: 15_000, retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
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

/** `keep`: the last answer stays until the next one comes. */
type ReadOptions = { enabled?: boolean; everyMs?: number; keep?: boolean };

/** Reads an endpoint and keeps the answer for every screen that asks the same. */
export function useAnswer<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  { enabled = true, everyMs, keep = false }: ReadOptions = {},
): Answer<ReplyOf<E>> {
  const { data, refetch } = useQuery({
    queryKey: [endpoint.name, args],
    queryFn: () => freshOrLast(endpoint, args),
    enabled,
    ...(everyMs ? { refetchInterval: everyMs } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  const again = () => void refetch();
  if (!data) return { state: 'loading' };
  return data.ok
    ? { state: 'ready', data: data.data, refresh: again }
    : { state: 'refused', refusal: data, retry: again };
}

export type Command<E extends EndpointSpec> = {
  /** Does it; after a network failure the same input goes out under the same idempotency key. */
  run: (args: CallArgs<E>, options?: Omit<CallOptions, 'key'>) => Promise<Reply<ReplyOf<E>>>;
  busy: boolean;
  /** The last "no", until the next run. */
  refusal: Refusal | null;
  /** Takes the last "no" away: what it spoke of has been changed. */
  forget: () => void;
};

/** Changes something; afterwards whatever the screens show is fetched anew. */
export function useCommand<E extends EndpointSpec>(endpoint: E): Command<E> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const intent = useRef({ input: '', key: '' });

  const run: Command<E>['run'] = async (args, options = {}) => {
    const input = JSON.stringify(args);
    if (intent.current.input !== input) intent.current = { input, key: newKey() };
    setBusy(true);
    setRefusal(null);
    const reply = await call(endpoint, args, { ...options, key: intent.current.key });
    if (reply.ok || !LEFT_OPEN.has(reply.code)) intent.current = { input: '', key: '' };
    setBusy(false);
    if (reply.ok) await reloadScreens();
    else setRefusal(reply);
    return reply;
  };
  return { run, busy, refusal, forget: () => setRefusal(null) };
}

/** Whatever was read before is old after a change, and so is what is still on its way; fetches anew what screens show. */
export async function reloadScreens(): Promise<void> {
  void queryClient.cancelQueries({ fetchStatus: 'fetching' });
  await queryClient.invalidateQueries({ refetchType: 'active' });
}

/** Shows what a change answered wherever it is read; an answer on its way tells how things stood before. */
export function showAnswer<E extends EndpointSpec>(endpoint: E, args: CallArgs<E>, reply: Reply<ReplyOf<E>>): void {
  const queryKey = [endpoint.name, args];
  void queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData<Reply<ReplyOf<E>>>(queryKey, reply);
}

/** Answers after which nobody knows whether it was done: the next try must carry the same key. */
const LEFT_OPEN: ReadonlySet<Refusal['code']> = new Set([
  'offline',
  'internal',
  'newer-version',
  'unavailable',
  'payment-unavailable',
]);

/** Without a network the last good answer stays on screen. */
async function freshOrLast<E extends EndpointSpec>(endpoint: E, args: CallArgs<E>): Promise<Reply<ReplyOf<E>>> {
  const reply = await call(endpoint, args);
  if (reply.ok || reply.code !== 'offline') return reply;
  const last = queryClient.getQueryData<Reply<ReplyOf<E>>>([endpoint.name, args]);
  return last?.ok ? last : OFFLINE;
}
