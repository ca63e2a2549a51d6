import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type ContestGroup, contestGroupRecord } from './contest.record';

export type { ContestGroup };

export const findGroup = (h: Handle, id: string): Promise<ContestGroup | null> =>
  h.repo(contestGroupRecord).findOneBy({ id });

export const groupsOfUnit = (h: Handle, unitId: string): Promise<ContestGroup[]> =>
  h.repo(contestGroupRecord).find({ where: { unitId }, order: { id: 'ASC' } });

/** The group of a unit in a competition; of two who open it at once, both get the same. */
export async function openGroupOf(
  h: Handle,
  row: Pick<ContestGroup, 'unitId' | 'bodyId' | 'noticeId' | 'createdAt'>,
): Promise<string> {
  const groupKey = `${row.unitId}:${row.noticeId}`;
  const known = await h.repo(contestGroupRecord).findOneBy({ groupKey });
  if (known) return known.id;
  const id = newId();
  const blank = {
    version: 1,
    title: null,
    ticks: [],
    state: 'preparing',
    reference: null,
    registeredOn: null,
  } as const;
  try {
    await insert(h, contestGroupRecord, { ...row, ...blank, id, groupKey });
    return id;
  } catch (error) {
    if (!isDuplicate(error, 'uq_contest_group')) throw error;
    const winner = await h.repo(contestGroupRecord).findOneBy({ groupKey });
    if (!winner) throw error;
    return winner.id;
  }
}

/** Goes on to the next version if it still is that one; false when somebody was faster. */
export const takeGroupVersion = async (
  h: Handle,
  { id, version }: Pick<ContestGroup, 'id' | 'version'>,
): Promise<boolean> => (await updateWhere(h, contestGroupRecord, { id, version }, { version: version + 1 })) === 1;

export async function changeGroup(
  h: Handle,
  id: string,
  set: Partial<Pick<ContestGroup, 'title' | 'ticks' | 'state' | 'reference' | 'registeredOn'>>,
): Promise<void> {
  await updateWhere(h, contestGroupRecord, { id }, set);
}
