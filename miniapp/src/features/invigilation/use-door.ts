import { type DutyListView, invigilation } from '@jikaotong/shared/contract';
import { type DoorAct, type DoorVerdict, type Standing, judgeScan, standings } from '@jikaotong/shared/rules/door';
import { addAct, countWaiting, nextBatch, takeAnswers } from '@jikaotong/shared/rules/sending';
import { useMemo, useSyncExternalStore } from 'react';
import { type Refusal, call, newKey, prepareScan } from '../../platform';
import { oneAtATime, useSendingBy } from '../sending';
import { checkSignature, keptVerificationKeys, tokenIn, verificationKeys } from '../signed-token';
import {
  type Door,
  doorOf,
  eraseList,
  keepList,
  keepOffset,
  keepPhotos,
  keepQueue,
  onDoorChange,
  queueOf,
  waitingOf,
} from './kept-door';

/** An act before the phone has numbered it and noted when. */
type Said = DoorAct extends infer A ? (A extends DoorAct ? Omit<A, 'nonce' | 'atMs'> : never) : never;

export type AtDoor = Door & {
  /** By the clock of the server. */
  readonly nowMs: () => number;
  readonly inside: ReadonlyMap<string, Standing>;
};

/** What this phone knows of a duty's door; null before its list was fetched. */
export function useDoor(dutyId: string): AtDoor | null {
  const door = useSyncExternalStore(
    onDoorChange,
    () => doorOf(dutyId),
    () => null,
  );
  return useMemo(
    () =>
      door && {
        ...door,
        nowMs: () => Date.now() + door.offsetMs,
        inside: standings(door.queue, door.list.guests, door.offsetMs),
      },
    [door],
  );
}

/** So many acts still wait on this phone, also where the list is gone. */
export const useWaiting = (dutyId: string): number =>
  useSyncExternalStore(
    onDoorChange,
    () => waitingOf(dutyId),
    () => 0,
  );

/** Fetches list, keys and photos, and notes how far the phone's clock is off; null when all is there. */
export async function fetchDoor(dutyId: string): Promise<Refusal | null> {
  const reply = await call(invigilation.getDutyList, { params: { id: dutyId } });
  if (!reply.ok) {
    if (reply.code === 'not-found') eraseList(dutyId);
    return reply;
  }
  keepList(dutyId, reply.data, reply.data.now - Date.now());
  await Promise.all([verificationKeys(), prepareScan()]);
  void sendWaiting(dutyId);
  return fetchPhotos(dutyId);
}

async function fetchPhotos(dutyId: string): Promise<Refusal | null> {
  let after: string | undefined;
  for (let page = 0; ; page += 1) {
    const query = after === undefined ? {} : { after };
    const reply = await call(invigilation.getDutyPhotos, { params: { id: dutyId }, query });
    if (!reply.ok) return reply;
    keepPhotos(dutyId, page, Object.fromEntries(reply.data.items.map(({ sittingId, jpeg }) => [sittingId, jpeg])));
    if (reply.data.next === null) return null;
    after = reply.data.next;
  }
}

/** Judges whatever the camera read. */
export function judgeText(door: AtDoor, text: string): DoorVerdict {
  const token = tokenIn(text);
  if (token === null) return { code: 'forged' };
  const checked = checkSignature(token, keptVerificationKeys());
  return judgeScan({ token, checked, list: door.list, inside: door.inside, nowMs: door.nowMs() });
}

/** The same twice within a moment is one tap too many. */
const AGAIN_MS = 1_000;
const noted = new Map<string, { readonly text: string; readonly atMs: number }>();

/** Writes an act down, then tries to send what waits. */
export function note(dutyId: string, said: Said): void {
  const door = doorOf(dutyId);
  if (!door) return;
  const last = noted.get(dutyId);
  const text = JSON.stringify(said);
  if (last?.text === text && Math.abs(Date.now() - last.atMs) < AGAIN_MS) return;
  noted.set(dutyId, { text, atMs: Date.now() });
  const act = { ...said, nonce: newKey().slice(0, 40), atMs: Date.now() } as DoorAct; // the union, which a spread loses
  keepQueue(dutyId, addAct(door.queue, act));
  void sendWaiting(dutyId);
}

/** Sends what waits, one batch after the other; null when nothing is left, else why not. */
export const sendWaiting = oneAtATime(sendAll);

async function sendAll(dutyId: string): Promise<Refusal | null> {
  for (;;) {
    const door = doorOf(dutyId);
    // names go with the duty; what was recorded is sent all the same
    const queue = queueOf(dutyId);
    const waiting = countWaiting(queue);
    if (!door && waiting === 0) return null;
    const acts = [...nextBatch(queue)];
    const reply = await call(invigilation.sendDoorActs, {
      params: { id: dutyId },
      body: { sentAtMs: Date.now(), waiting: waiting - acts.length, acts, ...(door && { listAt: door.list.now }) },
    });
    if (!reply.ok) return reply;
    keepOffset(dutyId, reply.data.now - Date.now());
    keepQueue(dutyId, takeAnswers(queueOf(dutyId), reply.data));
    if (!reply.data.isOpen && waiting === acts.length) eraseList(dutyId);
    const left = waitingOf(dutyId);
    if (left === 0 || reply.data.answers.length === 0) return null;
  }
}

/** Sends what waits while the page is open, and says what stands in the way. */
export const useSending = (dutyId: string) => useSendingBy(sendWaiting, dutyId);

/** Whether a list may be shown at this moment, by the clock of the server. */
export const isInHours = ({ duty }: DutyListView, nowMs: number): boolean =>
  nowMs >= duty.opensAt && nowMs < duty.closesAt;
