import { In } from 'typeorm';
import { type Handle, insert, updateWhere } from '../../platform/db';
import { type Registration, registrationRecord } from './contest.record';

export type { Registration } from './contest.record';

export const insertRegistration = (h: Handle, row: Registration): Promise<void> => insert(h, registrationRecord, row);

export const findRegistration = (h: Handle, accountKey: string): Promise<Registration | null> =>
  h.repo(registrationRecord).findOneBy({ accountKey });

export const listOwnRegistrations = (h: Handle, accountId: string): Promise<Registration[]> =>
  h.repo(registrationRecord).find({ where: { accountId }, order: { id: 'DESC' }, take: 50 });

export const registrationsOf = (h: Handle, noticeId: string): Promise<Registration[]> =>
  h.repo(registrationRecord).findBy({ noticeId });

/** Those that name one of these documents. */
export const registrationsAmong = (
  h: Handle,
  noticeId: string,
  documentIndices: readonly string[],
): Promise<Registration[]> => h.repo(registrationRecord).findBy({ noticeId, documentIndex: In([...documentIndices]) });

/** Changes a record that is still at this version; false when it is not. */
export const changeRegistrationIf = async (
  h: Handle,
  guard: { id: string; version: number },
  set: Partial<Registration>,
): Promise<boolean> => (await updateWhere(h, registrationRecord, guard, { ...set, version: guard.version + 1 })) === 1;

/** How many keep a record of a registration elsewhere, and how many of them say that it is handed in. */
export async function countRegistrations(h: Handle, noticeId: string) {
  const records = h.repo(registrationRecord);
  const following = await records.countBy({ noticeId, state: In(['preparing', ...HANDED_IN]) });
  return { following, registered: await records.countBy({ noticeId, state: In([...HANDED_IN]) }) };
}

const HANDED_IN = ['submitted', 'accepted'] as const;
