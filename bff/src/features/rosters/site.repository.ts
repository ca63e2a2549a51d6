import { In } from 'typeorm';
import { type Handle, unlessThere, updateWhere } from '../../platform/db';
import { type RosterSite, listMappingRecord, rosterOriginalRecord, rosterSiteRecord } from './site.record';

const BLANK = { ticks: [], reference: null, handedInOn: null } as const;

/** The record of a roster; a blank one where nobody has begun it. */
export const siteOf = async (h: Handle, rosterId: string): Promise<RosterSite> =>
  (await h.repo(rosterSiteRecord).findOneBy({ id: rosterId })) ?? { id: rosterId, ...BLANK };

export async function changeSite(h: Handle, rosterId: string, set: Partial<Omit<RosterSite, 'id'>>): Promise<void> {
  await h.run(unlessThere(h, "INSERT INTO roster_site (id, ticks) VALUES (?, '[]')"), [rosterId]);
  await updateWhere(h, rosterSiteRecord, { id: rosterId }, set);
}

export const mappingOf = async (h: Handle, unitId: string): Promise<Readonly<Record<string, string>> | null> =>
  (await h.repo(listMappingRecord).findOneBy({ id: unitId }))?.columns ?? null;

export async function saveMapping(
  h: Handle,
  unitId: string,
  set: { readonly columns: Readonly<Record<string, string>>; readonly changedAt: number },
): Promise<void> {
  const sql = "INSERT INTO list_mapping (id, `columns`, changed_at) VALUES (?, '{}', ?)";
  await h.run(unlessThere(h, sql), [unitId, new Date(set.changedAt)]);
  await updateWhere(h, listMappingRecord, { id: unitId }, set);
}

/** When the signed form of each of these rows came. */
export async function originalsOf(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let from = 0; from < ids.length; from += 500)
    for (const { id, receivedAt } of await h.repo(rosterOriginalRecord).findBy({ id: In(ids.slice(from, from + 500)) }))
      found.set(id, receivedAt);
  return found;
}

/** Notes the arrival, the first one counts; or takes the note back. */
export async function noteOriginal(
  h: Handle,
  id: string,
  by: { readonly receivedAt: number; readonly receivedBy: string } | null,
): Promise<void> {
  if (by === null) await h.repo(rosterOriginalRecord).delete({ id });
  else {
    const sql = 'INSERT INTO roster_original (id, received_at, received_by) VALUES (?, ?, ?)';
    await h.run(unlessThere(h, sql), [id, new Date(by.receivedAt), by.receivedBy]);
  }
}
