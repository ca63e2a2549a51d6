import { type JudgeAct, JudgeList, OwnMark, judgePhones } from '@jikaotong/shared/contract';
import type { SendQueue } from '@jikaotong/shared/rules/sending';
import * as z from 'zod/mini';
import { JUDGE_LISTS, forgetListed, keepListed, readKept } from '../../platform';
import { keptQueue } from '../sending';

/** What this phone keeps of a judge: today's numbers, and the marks that wait to be sent. */
export type Kept = { readonly list: JudgeList; readonly queue: SendQueue<JudgeAct, OwnMark> };

const Told = z.array(OwnMark);
const { queueOf, waitingOf, ...queues } = keptQueue('judge-queue', {
  readAct: (kept) => {
    const known = judgePhones.JudgeActSchema.safeParse(kept);
    return known.success ? known.data : null;
  },
  readTold: (kept) => {
    const told = Told.safeParse(kept);
    return told.success ? told.data : null;
  },
});
/** What waits on this phone, also where the list is gone. */
export { queueOf, waitingOf };

const listKey = (id: string) => `${JUDGE_LISTS}.${id}`;

const known = new Map<string, Kept | null>();
const listeners = new Set<() => void>();

export function onJudgingChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(id: string): void {
  known.delete(id);
  for (const listener of listeners) listener();
}

/** What is kept of a judge; null where the list is not on this phone. */
export function keptOf(id: string): Kept | null {
  const before = known.get(id);
  if (before !== undefined) return before;
  const list = readKept(listKey(id), JudgeList);
  const kept = list && { list, queue: queueOf(id) };
  known.set(id, kept);
  return kept;
}

/** Keeps a fresh list, with the marks that it says count: of the same one, the later version. */
export function keepList(id: string, list: JudgeList): void {
  keepListed(JUDGE_LISTS, listKey(id), list);
  const queue = queueOf(id);
  keepQueue(id, { ...queue, told: latestOf(queue.told, list.told) });
}

/** Marks were locked while this phone was sending: nothing is offered to be marked any more. */
export function keepLocked(id: string): void {
  const kept = keptOf(id);
  if (!kept || kept.list.locked) return;
  keepListed(JUDGE_LISTS, listKey(id), { ...kept.list, locked: true });
  changed(id);
}

/** Writes the queue down before anybody is told that something is recorded. */
export function keepQueue(id: string, queue: Kept['queue']): void {
  queues.keepQueue(id, queue);
  changed(id);
}

const latestOf = (known: readonly OwnMark[], told: readonly OwnMark[]): OwnMark[] =>
  told.map(
    (mark) =>
      known.find(
        ({ placeId, run, version }) => placeId === mark.placeId && run === mark.run && version > mark.version,
      ) ?? mark,
  );

/** The list goes; what waits to be sent stays until it is. */
export function eraseList(id: string): void {
  forgetListed(JUDGE_LISTS, listKey(id));
  if (waitingOf(id) === 0) queues.forgetQueue(id);
  changed(id);
}
