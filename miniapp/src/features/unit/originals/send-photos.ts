import type { PhotoBatchEndpoints, PhotoBatchView } from '@jikaotong/shared/contract';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Refusal, type Reply, call, upload } from '../../../platform';
import type { Original } from './chosen';
import { type Left, shrunk } from './shrink';

export type Sending = {
  readonly endpoints: PhotoBatchEndpoints;
  readonly id: string;
  readonly batch: PhotoBatchView;
  readonly originals: readonly Original[];
  /** How many are there, and whether the network is waited for. */
  readonly onStep: (step: { readonly sent: number; readonly waits: boolean }) => void;
  readonly signal: AbortSignal;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** Of what may pass by itself: a busy server, a photo that was damaged on its way. */
const MOST_TRIES = 5;

/** Shrinks and sends what is not there yet, one after the other, and waits for the network as long as it takes. */
export async function sendPhotos(sending: Sending): Promise<Refusal | 'all' | 'stopped'> {
  const { batch, originals, onStep, signal } = sending;
  let sent = batch.photos.filter(({ settled }) => settled).length;
  onStep({ sent, waits: false });
  for (const { number, settled } of batch.photos) {
    const original = originals[number - 1];
    if (settled || !original) continue;
    if (signal.aborted) return 'stopped';
    const made = await shrunk(original, batch.wanted);
    const reply = await untilAnswered(
      () => (typeof made === 'string' ? leave(sending, number, made) : send(sending, number, made)),
      { signal, onWait: (waits) => onStep({ sent, waits }) },
    );
    if (reply === 'stopped' || !reply.ok) return reply;
    sent += 1;
    onStep({ sent, waits: false });
  }
  return 'all';
}

type Patience = { readonly signal: AbortSignal; readonly onWait: (waits: boolean) => void };

/** Asks again while there is no network; what passes by itself a few times. The same photo again changes nothing. */
export async function untilAnswered<T>(
  ask: () => Promise<Reply<T>>,
  { signal, onWait }: Patience,
): Promise<Reply<T> | 'stopped'> {
  for (let tries = 0, waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    const reply = await ask();
    if (reply.ok) return reply;
    const isOffline = reply.code === 'offline';
    if (!isOffline) tries += 1;
    if (!isOffline && (!PASSING.has(reply.code) || tries >= MOST_TRIES)) return reply;
    onWait(isOffline);
    await pause(waitOf(reply) ?? waitMs, signal);
    if (signal.aborted) return 'stopped';
  }
}

const PASSING: ReadonlySet<Refusal['code']> = new Set([
  'checksum-wrong',
  'internal',
  'unavailable',
  'too-many-requests',
  'not-signed-in',
]);

const waitOf = ({ data: { retryInSeconds } }: Refusal): number | null =>
  typeof retryInSeconds === 'number' ? retryInSeconds * 1_000 : null;

/** Some time, or less where the network comes back before or the person stops. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
    signal.addEventListener('abort', go);
  });

type Photo = Pick<Sending, 'endpoints' | 'id' | 'batch'>;
const paramsOf = ({ id, batch }: Photo, number: number) => ({ id, batchId: batch.id, number });

async function send(photo: Photo, number: number, made: Blob): Promise<Reply<{ done: true }>> {
  const { endpoints, id } = photo;
  const query = { sha256: bytesToHex(sha256(new Uint8Array(await made.arrayBuffer()))) };
  const path = URL.createObjectURL(made);
  const reply = await upload(endpoints.send, { params: paramsOf(photo, number), query }, { path, bytes: made.size });
  URL.revokeObjectURL(path);
  // an upload does not sign in anew by itself, a question does
  if (!reply.ok && reply.code === 'not-signed-in') await call(endpoints.get, { params: { id } });
  return reply;
}

const leave = (photo: Photo, number: number, why: Left): Promise<Reply<{ done: true }>> =>
  call(photo.endpoints.leave, { params: paramsOf(photo, number), body: { why } });
