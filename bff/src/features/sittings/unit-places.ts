import type { Handle } from '../../platform/db';
import { entriesOfUnit } from '../contests';
import { participantsIn } from '../participants';

/** Where the people whom a unit entered take part, by stage, in the order in which they entered: ids of participants. */
export async function placesOfUnit(
  h: Handle,
  of: { readonly noticeId: string; readonly unitId: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = (await entriesOfUnit(h, of)).flatMap(({ id, state }) => (state === 'entered' ? [id] : []));
  const places = await participantsIn(h, ids);
  const byStage = new Map<string, string[]>();
  for (const { id, eventId, state } of ids.flatMap((one) => places.get(one) ?? []))
    if (state === 'approved') byStage.set(eventId, [...(byStage.get(eventId) ?? []), id]);
  return byStage;
}
