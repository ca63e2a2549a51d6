import { type Facts, FactsSchema } from '@jikaotong/shared/notice';
import * as z from 'zod/mini';
import { type Refusal, onSignInChange, signInState } from '../../../platform';
import { fetchApplication, heldApplication, saveParts } from './application-source';
import { type DraftParts, mergedParts } from './parts';
import { keepUnsaved, readUnsaved } from './keep-unsaved';

/** How far saving has come; `kept`: the network is away, everything stays on this phone and goes out later. */
export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'kept' | 'changed' }
  | { readonly state: 'refused'; readonly refusal: Refusal };

type Slot = {
  /** What was typed and is not on the server yet. */
  parts: DraftParts | null;
  /** What is on its way to the server. */
  sent: DraftParts | null;
  /** The version that parts from an earlier visit were written over; null: whichever is shown. */
  over: number | null;
  /** Whether a save failed, so that the parts must outlive this visit. */
  failed: boolean;
  retry: ReturnType<typeof setTimeout> | null;
  saving: Saving;
  timer: ReturnType<typeof setTimeout> | null;
  running: Promise<boolean> | null;
};

const SAVED: Saving = { state: 'saved' };
const SAVE_AFTER_MS = 900;
const RETRY_AFTER_MS = 5000;
const slots = new Map<string, Slot>();
const listeners = new Set<() => void>();

function slotOf(id: string): Slot {
  const known = slots.get(id);
  if (known) return known;
  const fresh: Slot = {
    parts: null,
    sent: null,
    over: null,
    failed: false,
    saving: SAVED,
    timer: null,
    retry: null,
    running: null,
  };
  slots.set(id, fresh);
  return fresh;
}

export const savingOf = (id: string): Saving => slots.get(id)?.saving ?? SAVED;
/** What is typed but not saved yet. */
export function waitingParts(id: string): DraftParts | null {
  const { parts = null, sent = null } = slots.get(id) ?? {};
  return parts && sent ? mergedParts(sent, parts) : (parts ?? sent);
}

/** The facts among them, which replace those that are stored. */
export function waitingFacts(id: string): Facts | null {
  const parsed = z.safeParse(FactsSchema, waitingParts(id)?.facts);
  return parsed.success ? parsed.data : null;
}

/** Whether an earlier visit left something that is not saved yet and this one has not taken over. */
export const hasLeftOver = (id: string): boolean => !slots.has(id) && readUnsaved(id) !== null;

/** Takes over what an earlier visit could not save and sends it; resolves when that was tried. */
export async function restore(id: string): Promise<void> {
  const unsaved = readUnsaved(id);
  if (!unsaved || slots.has(id)) return;
  const slot = slotOf(id);
  slot.parts = unsaved.parts;
  slot.over = unsaved.version;
  slot.failed = true;
  become(slot, { state: 'waiting' });
  await flush(id);
}

export function onSaving(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(slot: Slot, saving: Saving): void {
  slot.saving = saving;
  listeners.forEach((listener) => listener());
}

/** Takes parts over at once and saves them when the typing pauses. */
export function put(id: string, parts: DraftParts): void {
  const slot = slotOf(id);
  slot.parts = slot.parts ? mergedParts(slot.parts, parts) : parts;
  if (slot.timer) clearTimeout(slot.timer);
  slot.timer = setTimeout(() => void flush(id), SAVE_AFTER_MS);
  if (slot.failed) remember(id, slot);
  if (slot.saving.state !== 'changed') become(slot, { state: 'waiting' });
}

/** Saves whatever waits, one request after the other; true when all of it is on the server. */
export function flush(id: string, inSilence = false): Promise<boolean> {
  const slot = slotOf(id);
  if (slot.timer) clearTimeout(slot.timer);
  if (slot.retry) clearTimeout(slot.retry);
  slot.timer = null;
  slot.retry = null;
  slot.running = (slot.running ?? Promise.resolve(true)).then(() => send(id, slot, inSilence));
  return slot.running;
}

async function send(id: string, slot: Slot, inSilence: boolean): Promise<boolean> {
  const { parts } = slot;
  const view = heldApplication(id);
  if (!parts || !view) return !parts;
  slot.parts = null;
  slot.sent = parts;
  if (!inSilence) become(slot, { state: 'saving' });
  const ifMatch = slot.over ?? view.version;
  const { reply, hold } = await saveParts(id, parts, ifMatch);
  slot.sent = null;
  // another account signed in meanwhile
  if (slots.get(id) !== slot) return false;
  if (reply.ok) {
    hold();
    slot.over = null;
    slot.failed = false;
    keepUnsaved(id, null);
    become(slot, slot.parts ? { state: 'waiting' } : SAVED);
    return true;
  }
  if (KEEPABLE.has(reply.code)) slot.parts = slot.parts ? mergedParts(parts, slot.parts) : parts;
  slot.failed = slot.parts !== null;
  remember(id, slot);
  become(slot, savingAfter(reply));
  // handed in or withdrawn elsewhere: the page tells how it stands
  if (reply.code === 'wrong-state') void fetchApplication(id);
  // the network comes back without telling
  if (reply.code === 'offline') slot.retry = setTimeout(() => void flush(id, true), RETRY_AFTER_MS);
  return false;
}

/** Keeps what waits over a reload, and forgets it when nothing does. */
function remember(id: string, { over }: Slot): void {
  const parts = waitingParts(id);
  const version = over ?? heldApplication(id)?.version;
  keepUnsaved(id, parts && version !== undefined ? { version, parts } : null);
}

/** After these the parts are as good as before and go out again; any other "no" concerns the parts themselves. */
const KEEPABLE: ReadonlySet<Refusal['code']> = new Set([
  'offline',
  'unavailable',
  'internal',
  'too-many-requests',
  'not-signed-in',
  'changed-meanwhile',
]);

function savingAfter(refusal: Refusal): Saving {
  if (refusal.code === 'offline') return { state: 'kept' };
  return refusal.code === 'changed-meanwhile' ? { state: 'changed' } : { state: 'refused', refusal };
}

/** Fetches what somebody else saved, under which the waiting parts may be saved after all. */
export async function refetch(id: string): Promise<void> {
  if (!(await fetchApplication(id)).ok) return;
  const slot = slotOf(id);
  slot.over = null;
  become(slot, slot.parts ? { state: 'waiting' } : SAVED);
}

/** Drops what waits. */
export function drop(id: string): void {
  const slot = slotOf(id);
  slot.parts = null;
  slot.over = null;
  slot.failed = false;
  keepUnsaved(id, null);
  become(slot, SAVED);
}

let ownerId: string | null = signInState().account?.id ?? null;
onSignInChange(() => {
  const now = signInState().account?.id ?? null;
  if (now === null || now === ownerId) return;
  // what one account typed is never sent or kept for the next; the same one signing in again goes on
  if (ownerId !== null) {
    for (const { timer, retry } of slots.values()) {
      if (timer) clearTimeout(timer);
      if (retry) clearTimeout(retry);
    }
    slots.clear();
  }
  ownerId = now;
});
