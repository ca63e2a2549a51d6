import { type ApplicationView, applications } from '@jikaotong/shared/contract';
import { type Refusal, type Reply, call, queryClient } from '../../../platform';
import { type DraftParts, mergedParts } from './parts';

/** How far saving has come; `kept`: the network is away, everything stays in memory and goes out later. */
export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'kept' | 'changed' }
  | { readonly state: 'refused'; readonly refusal: Refusal };

type Slot = {
  /** What was typed and is not on the server yet; in memory only, for it is personal. */
  parts: DraftParts | null;
  saving: Saving;
  timer: ReturnType<typeof setTimeout> | null;
  running: Promise<boolean> | null;
};

const SAVED: Saving = { state: 'saved' };
const SAVE_AFTER_MS = 900;
const slots = new Map<string, Slot>();
const listeners = new Set<() => void>();

function slotOf(id: string): Slot {
  const known = slots.get(id);
  if (known) return known;
  const fresh: Slot = { parts: null, saving: SAVED, timer: null, running: null };
  slots.set(id, fresh);
  return fresh;
}

export const savingOf = (id: string): Saving => slots.get(id)?.saving ?? SAVED;
/** What is typed but not saved yet. */
export const waitingParts = (id: string): DraftParts | null => slots.get(id)?.parts ?? null;

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
  if (slot.saving.state !== 'changed') become(slot, { state: 'waiting' });
}

/** Saves whatever waits, one request after the other; true when all of it is on the server. */
export function flush(id: string): Promise<boolean> {
  const slot = slotOf(id);
  if (slot.timer) clearTimeout(slot.timer);
  slot.timer = null;
  slot.running = (slot.running ?? Promise.resolve(true)).then(() => send(id, slot));
  return slot.running;
}

async function send(id: string, slot: Slot): Promise<boolean> {
  const { parts } = slot;
  const view = heldApplication(id);
  if (!parts || !view) return !parts;
  slot.parts = null;
  become(slot, { state: 'saving' });
  const reply = await call(applications.saveApplication, { params: { id }, body: parts }, { ifMatch: view.version });
  if (reply.ok) {
    holdApplication(reply.data);
    become(slot, slot.parts ? { state: 'waiting' } : SAVED);
    return true;
  }
  if (KEEPABLE.has(reply.code)) slot.parts = slot.parts ? mergedParts(parts, slot.parts) : parts;
  become(slot, savingAfter(reply));
  return false;
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
  const reply = await call(applications.getApplication, { params: { id } });
  if (!reply.ok) return;
  holdApplication(reply.data);
  const slot = slotOf(id);
  become(slot, slot.parts ? { state: 'waiting' } : SAVED);
}

/** Drops what waits. */
export function drop(id: string): void {
  const slot = slotOf(id);
  slot.parts = null;
  become(slot, SAVED);
}

const keyOf = (id: string) => [applications.getApplication.name, { params: { id } }];

const heldApplication = (id: string): ApplicationView | null => {
  const reply = queryClient.getQueryData<Reply<ApplicationView>>(keyOf(id));
  return reply?.ok ? reply.data : null;
};

/** Shows this answer wherever the application is shown. */
export function holdApplication(data: ApplicationView): void {
  queryClient.setQueryData<Reply<ApplicationView>>(keyOf(data.id), { ok: true, data });
  void queryClient.invalidateQueries({ queryKey: [applications.listMyApplications.name], refetchType: 'none' });
}
