import { DutyListView, invigilation } from '@jikaotong/shared/contract';
import type { DoorQueue } from '@jikaotong/shared/rules/door';
import * as z from 'zod/mini';
import { DOOR_NAMES, forgetListed, keepListed, listedIn, readKept } from '../../platform';
import { keptQueue } from '../sending';
import { openText, sealText } from './sealed-names';

/** What this phone keeps of a duty: the list and when it came, apart from everything else, and what waits to be sent. */
export type Door = {
  readonly list: DutyListView;
  /** Added to the phone's clock it is the server's. */
  readonly offsetMs: number;
  readonly queue: DoorQueue;
};

/**
 * Names and photos are sealed by a key that is kept apart from them and forgotten with the duty; how far the clock is off is
 * nobody's secret. `place` is another one whenever something is sealed.
 */
const Sealed = z.object({ place: z.string(), sealed: z.string() });
const KeptList = z.object({ ...Sealed.shape, offsetMs: z.number() });

const Told = z.array(invigilation.Standing);
const { queueOf, waitingOf, ...queues } = keptQueue('door-queue', {
  readAct: (kept) => {
    const known = invigilation.DoorActSchema.safeParse(kept);
    return known.success ? known.data : null;
  },
  readTold: (kept) => {
    const told = Told.safeParse(kept);
    return told.success ? told.data : null;
  },
});
/** What waits on this phone, also where the list is gone. */
export { queueOf, waitingOf };

const listKey = (dutyId: string) => `door-names.${dutyId}`;
const keyKey = (dutyId: string) => `door-names.${dutyId}.key`;
const photosKey = (dutyId: string, page: number) => `door-names.${dutyId}.photos.${page}`;

// reading thousands of marks again at every tap would be felt
const lists = new Map<string, Pick<Door, 'list' | 'offsetMs'> | null>();
const doors = new Map<string, Door | null>();
const listeners = new Set<() => void>();

export function onDoorChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(dutyId: string): void {
  doors.delete(dutyId);
  for (const listener of listeners) listener();
}

/** What is kept of a duty; null where its list is not on this phone. */
export function doorOf(dutyId: string): Door | null {
  const known = doors.get(dutyId);
  if (known !== undefined) return known;
  if (!lists.has(dutyId)) lists.set(dutyId, readList(dutyId));
  const kept = lists.get(dutyId);
  const door = kept ? { ...kept, queue: queueOf(dutyId) } : null;
  doors.set(dutyId, door);
  return door;
}

function readList(dutyId: string): Pick<Door, 'list' | 'offsetMs'> | null {
  const kept = readKept(listKey(dutyId), KeptList);
  const list = kept && opened(dutyId, kept, DutyListView);
  return kept && list ? { list, offsetMs: kept.offsetMs } : null;
}

// what is not there reads as an empty text
const keyOf = (dutyId: string): string | null => readKept(keyKey(dutyId), Key);
const Key = z.string().check(z.regex(/^[0-9a-f]{64}$/));

function sealedBy(key: string, what: string, value: unknown): z.output<typeof Sealed> {
  const place = `${what} ${Date.now()} ${Math.random()}`;
  return { place, sealed: sealText(key, place, JSON.stringify(value)) };
}

function opened<S extends z.ZodMiniType>(
  dutyId: string,
  { place, sealed }: z.output<typeof Sealed>,
  schema: S,
): z.output<S> | null {
  const key = keyOf(dutyId);
  const text = key === null ? null : openText(key, place, sealed);
  const read = text === null ? null : schema.safeParse(JSON.parse(text));
  return read?.success ? read.data : null;
}

/** Keeps a fresh list; false where the phone has no room for it. */
export function keepList(dutyId: string, list: DutyListView, offsetMs: number): boolean {
  // photos that are there stay readable until they come anew
  const key = keyOf(dutyId) ?? list.keptKey;
  const isKept =
    keepListed(DOOR_NAMES, keyKey(dutyId), key) &&
    keepListed(DOOR_NAMES, listKey(dutyId), { ...sealedBy(key, 'list', list), offsetMs });
  // without room it still serves until the app is closed
  lists.set(dutyId, { list, offsetMs });
  keepQueue(dutyId, { ...queueOf(dutyId), told: list.told });
  return isKept;
}

/** The server said what time it is: a clock that was set meanwhile is noticed. */
export function keepOffset(dutyId: string, offsetMs: number): void {
  const kept = lists.get(dutyId);
  if (!kept || Math.abs(kept.offsetMs - offsetMs) < WORTH_NOTING_MS) return;
  const stored = readKept(listKey(dutyId), KeptList);
  if (stored) keepListed(DOOR_NAMES, listKey(dutyId), { ...stored, offsetMs });
  lists.set(dutyId, { ...kept, offsetMs });
  changed(dutyId);
}
const WORTH_NOTING_MS = 5_000;

/** Writes the queue down before anybody is told that something is recorded. */
export function keepQueue(dutyId: string, queue: DoorQueue): void {
  queues.keepQueue(dutyId, queue);
  changed(dutyId);
}

/** Names and photos go; what waits to be sent stays until it is. */
export function eraseList(dutyId: string): void {
  forgetListed(DOOR_NAMES, listKey(dutyId));
  lists.set(dutyId, null);
  photos.delete(dutyId);
  if (waitingOf(dutyId) === 0) queues.forgetQueue(dutyId);
  changed(dutyId);
}

/** Names of duties whose hours are over go as soon as anybody looks at the duties, if nothing waits to be sent. */
export function eraseOver(): void {
  for (const key of listedIn(DOOR_NAMES)) {
    const dutyId = /^door-names\.([^.]+)\.key$/.exec(key)?.[1];
    const kept = dutyId === undefined ? null : doorOf(dutyId);
    if (dutyId === undefined || !kept || waitingOf(dutyId) > 0) continue;
    if (Date.now() + kept.offsetMs >= kept.list.duty.closesAt) eraseList(dutyId);
  }
}

const Photos = z.record(z.string(), z.string());
const photos = new Map<string, Record<string, string>>();

/** Keeps one page of photos, by sitting. */
export function keepPhotos(dutyId: string, page: number, jpegs: Record<string, string>): void {
  const key = keyOf(dutyId);
  if (key !== null) keepListed(DOOR_NAMES, photosKey(dutyId, page), sealedBy(key, 'photos', jpegs));
  photos.set(dutyId, { ...(page === 0 ? {} : photosOf(dutyId)), ...jpegs });
}

/** The photos on this phone, by sitting, in base64. */
export function photosOf(dutyId: string): Readonly<Record<string, string>> {
  const known = photos.get(dutyId);
  if (known) return known;
  const found: Record<string, string> = {};
  for (let page = 0; ; page += 1) {
    const sealed = readKept(photosKey(dutyId, page), Sealed);
    const kept = sealed && opened(dutyId, sealed, Photos);
    if (!kept) break;
    Object.assign(found, kept);
  }
  photos.set(dutyId, found);
  return found;
}
