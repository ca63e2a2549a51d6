import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useInFront } from './in-front';
import { isStale } from './queries';
import { OFFLINE, type Refusal, type Reply } from './reply';

type Paged = { readonly items: readonly unknown[]; readonly next: string | null };

/** What a screen knows of a long list: as many pages as were asked for, in order. */
export type Pages<R extends Paged> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly data: {
        readonly items: readonly R['items'][number][];
        /** The first page, for what stands beside its items, such as a sum. */
        readonly first: R;
        /** Fetches the next page; null when there is none. */
        readonly more: (() => void) | null;
        readonly busy: boolean;
        /** These are of the question before; the new answer is on its way. */
        readonly isBehind: boolean;
      };
    };

/**
 * Reads a list page by page; `read` asks for the page behind a cursor, `key` tells one list from another. With `keep` the
 * last answer stays on screen until the next one comes.
 */
export function usePages<R extends Paged>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<Reply<R>>,
  { keep = false }: { keep?: boolean } = {},
): Pages<R> {
  const queryKey = ['pages', ...key];
  const inFront = useInFront();
  const { data, isError, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery({
      queryKey,
      enabled: inFront,
      queryFn: async ({ pageParam }) => {
        const reply = await read(pageParam ?? undefined);
        // thrown, for then react-query keeps the pages that are already on screen
        if (!reply.ok && reply.code === 'offline') throw new Error('offline');
        return reply;
      },
      initialPageParam: START,
      ...(keep ? { placeholderData: keepPreviousData } : {}),
      // a page that was refused is asked for again
      getNextPageParam: (last, _all, lastCursor) => (last.ok ? last.data.next : lastCursor),
    });
  const retry = () => void refetch({ cancelRefetch: false });
  useDidShow(() => {
    if (isStale(queryKey)) retry();
  });
  if (!data) return isError ? { state: 'refused', refusal: OFFLINE, retry } : { state: 'loading' };
  const pages = data.pages.flatMap((reply) => (reply.ok ? [reply.data] : []));
  const [first] = pages;
  const refusal = data.pages.find((reply): reply is Refusal => !reply.ok);
  if (!first) return refusal ? { state: 'refused', refusal, retry } : { state: 'loading' };
  const items = pages.flatMap((page): R['items'][number][] => [...page.items]);
  return {
    state: 'ready',
    data: {
      items,
      first,
      more: hasNextPage ? () => void fetchNextPage() : null,
      busy: isFetchingNextPage,
      isBehind: isPlaceholderData,
    },
  };
}

/** A list that must be whole to be chosen from: page after page until the last is there. */
export function useEveryPage<R extends Paged>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<Reply<R>>,
): Pages<R> {
  const answer = usePages(key, read);
  const asked = useRef(-1);
  useEffect(() => {
    if (answer.state !== 'ready' || answer.data.busy || !answer.data.more) return;
    // a page that was refused brought nothing: it is not asked for again and again
    if (asked.current === answer.data.items.length) return;
    asked.current = answer.data.items.length;
    answer.data.more();
  });
  return answer;
}

const START: string | null = null;
