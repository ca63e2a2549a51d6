import { reviewList } from '@jikaotong/shared/lists';
import { useEffect, useState } from 'react';
import { call } from '../../platform';

/** The filters and the sort of a list of applications, each as its text. */
export type Asked = Readonly<Record<string, string>>;

/** A list as it stood when the first of it was opened: what is decided meanwhile leaves no gap and moves nobody. */
type Frozen = { ids: string[]; next: string | null; total: number; readonly decided: Set<string> };

/** Where an application stands in its queue; `at` counts from 1, null where the list does not hold it. */
export type Place = {
  readonly at: number | null;
  readonly total: number;
  readonly decided: number;
  readonly nextId: string | null;
  readonly previousId: string | null;
};

const A_PAGE = 200;
/** So near the end of what is known, more is fetched. */
const AHEAD = 20;
const queues = new Map<string, Frozen>();

const keyOf = (sessionId: string, asked: Asked): string =>
  `${sessionId} ${JSON.stringify(Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`;

/** From here on the list is frozen anew. */
export function beginQueue(sessionId: string, asked: Asked): void {
  queues.delete(keyOf(sessionId, asked));
}

/**
 * The place of an application among those that were found with it, and its neighbours; null: not known yet. `isSettled`:
 * it is known, or cannot be found out now.
 */
export function useQueue(sessionId: string, asked: Asked, id: string) {
  const key = keyOf(sessionId, asked);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const [, tick] = useState(0);
  const queue = queues.get(key);
  useEffect(() => {
    let isGone = false;
    void (async () => {
      const grown = await grow(key, sessionId, asked, id);
      if (isGone) return;
      setAskedFor(id);
      if (grown) tick((count) => count + 1);
    })();
    return () => {
      isGone = true;
    };
    // the key holds what is asked
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, id]);
  return {
    place: queue ? placeIn(queue, id) : null,
    isSettled: queue !== undefined || askedFor === id,
    noteDecided: (decidedId: string) => queue?.decided.add(decidedId),
  };
}

function placeIn({ ids, total, decided }: Frozen, id: string): Place {
  const index = ids.indexOf(id);
  const isOpen = (other: string) => other !== id && !decided.has(other);
  const nextId = ids.slice(index + 1).find(isOpen) ?? ids.slice(0, Math.max(0, index)).find(isOpen) ?? null;
  const previousId = index > 0 ? (ids[index - 1] ?? null) : null;
  return { at: index < 0 ? null : index + 1, total, decided: decided.size, nextId, previousId };
}

/** Fetches pages until the application and some after it are there; says whether anything came. */
async function grow(key: string, sessionId: string, asked: Asked, id: string): Promise<boolean> {
  let grown = false;
  for (;;) {
    const known = queues.get(key);
    if (known) {
      const index = known.ids.indexOf(id);
      const isEnough = index >= 0 && index < known.ids.length - AHEAD;
      if (known.next === null || isEnough) return grown;
    }
    const query = { ...asked, limit: String(A_PAGE), ...(known?.next && { cursor: known.next }) };
    const page = await call(reviewList.rows, { params: { id: sessionId }, query });
    if (!page.ok) return grown;
    const ids = page.data.items.map((row) => row.id);
    if (known) {
      known.ids.push(...ids.filter((one) => !known.ids.includes(one)));
      known.next = page.data.next;
    } else {
      const { sort: _, ...filters } = asked;
      const counts = await call(reviewList.counts, { params: { id: sessionId }, query: filters });
      const total = counts.ok ? counts.data.total : ids.length;
      queues.set(key, { ids, next: page.data.next, total, decided: new Set() });
    }
    grown = true;
  }
}
