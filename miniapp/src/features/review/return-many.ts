import type { ReturnReason } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { useState } from 'react';
import { type Refusal, type Reply, call, reloadScreens } from '../../platform';

/** One application that was not sent back, and why. */
export type LeftBehind = {
  readonly id: string;
  readonly name: string | null;
  readonly code: string;
  readonly data: object;
};
/** What became of many that were sent back, each group for a reason of its own. */
export type ReturnedMany = {
  readonly done: number;
  readonly left: readonly LeftBehind[];
  readonly selectionIds: readonly string[];
};

const LOOK_EVERY_MS = 400;
const { acting } = reviewList;

/** Sends many back, those of one reason together, and waits until the server has done it; each row has its result. */
export function useReturnMany(sessionId: string) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const within = async <T>(work: () => Promise<T | Refusal>): Promise<T | null> => {
    setBusy(true);
    setRefusal(null);
    const outcome = await work();
    setBusy(false);
    if (!isRefusal(outcome)) return outcome;
    setRefusal(outcome);
    return null;
  };
  const sendBack = (groups: ReadonlyMap<ReturnReason, readonly string[]>): Promise<ReturnedMany | null> =>
    within(async () => {
      let all: ReturnedMany = { done: 0, left: [], selectionIds: [] };
      for (const [reason, ids] of groups) {
        const which = { ids: [...ids] };
        const frozen = await call(acting.select, {
          params: { id: sessionId },
          body: { act: 'return', which, needs: { reasons: [reason] } },
        });
        if (!frozen.ok) return frozen;
        const one = await run(sessionId, frozen.data.id);
        if ('ok' in one) return one;
        all = {
          done: all.done + one.done,
          left: [...all.left, ...one.left],
          selectionIds: [...all.selectionIds, frozen.data.id],
        };
      }
      await reloadScreens();
      return all;
    });
  const takeBack = (selectionIds: readonly string[]): Promise<ReturnedMany | null> =>
    within(async () => {
      let all: ReturnedMany = { done: 0, left: [], selectionIds: [] };
      for (const selectionId of selectionIds) {
        const back = await call(acting.takeBack, { params: { id: sessionId, selectionId } });
        if (!back.ok) return back;
        const one = await ended(sessionId, back.data.id);
        if ('ok' in one) return one;
        all = { ...all, done: all.done + one.done, left: [...all.left, ...one.left] };
      }
      await reloadScreens();
      return all;
    });
  return { busy, refusal, sendBack, takeBack };
}

const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;

type Ended = Omit<ReturnedMany, 'selectionIds'>;

async function run(sessionId: string, selectionId: string): Promise<Ended | Refusal> {
  const started = await call(acting.start, { params: { id: sessionId, selectionId } });
  return started.ok ? ended(sessionId, selectionId) : started;
}

/** Looks until it is over, then asks what was left. */
async function ended(sessionId: string, selectionId: string): Promise<Ended | Refusal> {
  const params = { id: sessionId, selectionId };
  let view: Reply<{ state: string; done: number; refused: number }>;
  for (;;) {
    view = await call(acting.progress, { params });
    if (!view.ok) return view;
    if (view.data.state === 'done' || view.data.state === 'cancelled') break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  if (view.data.refused === 0) return { done: view.data.done, left: [] };
  const results = await call(acting.results, { params, query: { state: 'refused' } });
  if (!results.ok) return results;
  const left = results.data.items.map(({ rowId, row, code, data }) => ({
    id: rowId,
    name: row?.name ?? null,
    code: code ?? 'internal',
    data: data ?? {},
  }));
  return { done: view.data.done, left };
}
