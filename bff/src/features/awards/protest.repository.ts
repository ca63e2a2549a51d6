import { In, IsNull, Not } from 'typeorm';
import { type Handle, findRow, insert, isDuplicate, updateWhere } from '../../platform/db';
import { type Protest, type ProtestStep, protestRecord, protestStepRecord } from './award.record';

export type { Protest, ProtestStep };

/** Files a protest; false when the entrant has an open one against that stage. */
export async function insertProtest(h: Handle, row: Protest): Promise<boolean> {
  try {
    await insert(h, protestRecord, row);
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_protest_open')) throw error;
    return false;
  }
}

export const protestsOf = (h: Handle, candidateId: string): Promise<Protest[]> =>
  h.repo(protestRecord).find({ where: { candidateId }, order: { id: 'DESC' } });

export const findProtestIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Protest | null> =>
  h.repo(protestRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const findProtest = (h: Handle, id: string): Promise<Protest | null> => findRow(h, protestRecord, { id });

/** Decides a protest that is open; false when somebody was faster. */
export const decideIf = async (
  h: Handle,
  id: string,
  set: Pick<Protest, 'state' | 'awaitsRevision' | 'decidedBy' | 'decidedAt'>,
): Promise<boolean> => (await updateWhere(h, protestRecord, { id, state: 'open' }, { ...set, openKey: null })) === 1;

export const countOpenProtests = (h: Handle, noticeId: string): Promise<number> =>
  h.repo(protestRecord).countBy({ noticeId, state: 'open' });

export const openProtestsOf = (h: Handle, noticeId: string): Promise<Protest[]> =>
  h.repo(protestRecord).findBy({ noticeId, state: 'open' });

/** Those whose outcome is to be in a publication of ranks. */
export const awaitingRanks = (h: Handle, noticeId: string): Promise<Protest[]> =>
  h.repo(protestRecord).findBy({ noticeId, awaitsRevision: Not(IsNull()) });

export const insertProtestStep = (h: Handle, row: ProtestStep): Promise<void> => insert(h, protestStepRecord, row);

export const protestStepsOf = async (h: Handle, protestIds: readonly string[]): Promise<ProtestStep[]> =>
  protestIds.length === 0
    ? []
    : h.repo(protestStepRecord).find({ where: { protestId: In([...protestIds]) }, order: { id: 'ASC' } });
