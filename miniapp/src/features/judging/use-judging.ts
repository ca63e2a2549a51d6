import { judgePhones } from '@jikaotong/shared/contract';
import { addAct, countWaiting, nextBatch, takeAnswers } from '@jikaotong/shared/rules/sending';
import { useSyncExternalStore } from 'react';
import { type Refusal, call, newKey } from '../../platform';
import { oneAtATime, useSendingBy } from '../sending';
import {
  type Kept,
  eraseList,
  keepList,
  keepLocked,
  keepQueue,
  keptOf,
  onJudgingChange,
  queueOf,
  waitingOf,
} from './kept-judging';

/** What this phone knows of a judge's day; null before its list was fetched. */
export const useJudging = (id: string): Kept | null =>
  useSyncExternalStore(
    onJudgingChange,
    () => keptOf(id),
    () => null,
  );

/** So many marks still wait on this phone, also where the list is gone. */
export const useWaiting = (id: string): number =>
  useSyncExternalStore(
    onJudgingChange,
    () => waitingOf(id),
    () => 0,
  );

/** One's own mark of a number, as this phone knows: what the server said, and over it what waits. */
export type Given = { readonly marks: readonly number[]; readonly version: number; readonly isWaiting: boolean };

export function givenOf({ queue }: Kept, placeId: string, run: number): Given | null {
  const isHere = (one: { placeId: string; run: number }) => one.placeId === placeId && one.run === run;
  const told = queue.told.find(isHere);
  const waiting = queue.waiting.filter(isHere);
  const last = waiting.at(-1);
  if (!told && !last) return null;
  // each that waits is one version more
  const version = (told?.version ?? 0) + waiting.length;
  return { marks: last?.marks ?? told?.marks ?? [], version, isWaiting: last !== undefined };
}

/** Sends what waits, then fetches today's numbers; null when they are there, else why not. */
export async function fetchList(id: string): Promise<Refusal | null> {
  await sendWaiting(id);
  const reply = await call(judgePhones.getJudgeList, { params: { id } });
  if (!reply.ok) {
    // what still waits is shown with the list
    if (reply.code === 'not-found' && waitingOf(id) === 0) eraseList(id);
    return reply;
  }
  keepList(id, reply.data);
  return null;
}

/** Writes a mark down, then tries to send what waits. */
export function note(
  id: string,
  said: { readonly placeId: string; readonly run: number; readonly marks: number[]; readonly reason: string | null },
): void {
  const kept = keptOf(id);
  if (!kept) return;
  const base = givenOf(kept, said.placeId, said.run)?.version ?? 0;
  const { sheetVersion } = kept.list;
  const act = { ...said, nonce: newKey().slice(0, 40), atMs: Date.now(), base, sheetVersion };
  keepQueue(id, addAct(kept.queue, act));
  void sendWaiting(id);
}

/** Sends what waits, one batch after the other; null when nothing is left, else why not. */
export const sendWaiting = oneAtATime(async (id: string): Promise<Refusal | null> => {
  for (;;) {
    const queue = queueOf(id);
    if (countWaiting(queue) === 0) return null;
    const acts = [...nextBatch(queue)];
    const waiting = countWaiting(queue) - acts.length;
    const reply = await call(judgePhones.sendJudgeMarks, {
      params: { id },
      body: { sentAtMs: Date.now(), waiting, acts },
    });
    if (!reply.ok) return reply;
    keepQueue(id, takeAnswers(queueOf(id), reply.data));
    if (reply.data.locked) keepLocked(id);
    const left = waitingOf(id);
    if (!reply.data.isOpen && left === 0) eraseList(id);
    if (left === 0 || reply.data.answers.length === 0) return null;
  }
});

/** Sends what waits while the page is open. */
export const useSending = (id: string) => useSendingBy(sendWaiting, id);
