import { In } from 'typeorm';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import { type Event, eventRecord } from './event.record';

/** Writes a new event, under its first revision. */
export const addEvent = (h: Handle, event: Omit<Event, 'revision'>): Promise<void> =>
  insert(h, eventRecord, { ...event, revision: newId() });

/** Sets what an event says, under a new revision; tells how many there were. */
export const changeEvent = (
  h: Handle,
  id: string,
  set: Partial<Omit<Event, 'id' | 'kind' | 'bodyId' | 'noticeId' | 'revision'>>,
): Promise<number> => updateWhere(h, eventRecord, { id }, { ...set, revision: newId() });

/** Puts a new revision in the place of the one that a change was made from; false where somebody else was faster. */
export const takeRevision = async (h: Handle, id: string, revision: string): Promise<boolean> =>
  (await updateWhere(h, eventRecord, { id, revision }, { revision: newId() })) === 1;

/** Takes away an event on which nothing hangs. */
export async function removeEvent(h: Handle, id: string): Promise<void> {
  await h.repo(eventRecord).delete({ id });
}

/** Events with these ids, by id; one that is gone is left out. */
export async function findEvents(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, Event>> {
  if (ids.length === 0) return new Map();
  const rows = await h.repo(eventRecord).findBy({ id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row]));
}
