import { In, IsNull, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Crypto, randomToken, sha256 } from '../../platform/crypto';
import { type Handle, findLocked, insert, newId, updateWhere } from '../../platform/db';
import { phoneIndexOf } from '../accounts';
import { type Duty, dutyRecord } from './invigilation.record';

export type { Duty };

export type NewDuty = Pick<Duty, 'bodyId' | 'sessionId' | 'day' | 'slot' | 'roomIds' | 'name' | 'assignedBy'> & {
  readonly who: { readonly accountId: string } | { readonly phone: string };
  /** Hex. */
  readonly markKey: string;
};

/** A duty; with the token of its link where it is a helper's, stored as a hash. */
export async function addDuty(
  h: Handle,
  crypto: Crypto,
  { who, markKey, ...given }: NewDuty,
  nowMs: number,
): Promise<{ readonly id: string; readonly token: string | null }> {
  const id = newId();
  const isHelper = 'phone' in who;
  const token = isHelper ? randomToken() : null;
  await insert(h, dutyRecord, {
    ...given,
    id,
    kind: isHelper ? 'helper' : 'staff',
    accountId: isHelper ? null : who.accountId,
    phone: isHelper ? crypto.encryptField(placeOf(id, 'phone'), who.phone) : null,
    phoneIndex: isHelper ? phoneIndexOf(crypto, who.phone) : null,
    linkHash: token === null ? null : sha256(token),
    state: 'open',
    markKey: crypto.encryptField(placeOf(id, 'markKey'), markKey),
    listFetchedAt: null,
    heardAt: null,
    waiting: null,
    assignedAt: nowMs,
    revokedAt: null,
  });
  return { id, token };
}

/** A fresh token for a helper's open duty; whoever came in by the one before is out. Null where there is none. */
export async function renewLink(h: Handle, dutyId: string): Promise<string | null> {
  const token = randomToken();
  const where = { id: dutyId, kind: 'helper', state: 'open' } as const;
  const renewed = await updateWhere(h, dutyRecord, where, { linkHash: sha256(token), accountId: null });
  return renewed === 1 ? token : null;
}

/** Ends an open duty; false when it had ended. */
export const revoke = async (h: Handle, dutyId: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(
    h,
    dutyRecord,
    { id: dutyId, state: 'open' },
    { state: 'revoked', revokedAt: nowMs, linkHash: null },
  )) === 1;

/** Ends every open duty of an exam day; tells how many there were. */
export const revokeAll = (h: Handle, sessionId: string, nowMs: number): Promise<number> =>
  updateWhere(h, dutyRecord, { sessionId, state: 'open' }, { state: 'revoked', revokedAt: nowMs, linkHash: null });

export const countDuties = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(dutyRecord).countBy({ sessionId, state: 'open' });

/** Where the link of a helper is opened, below the public address of the app (h5 hash routes). */
export const linkPath = (token: string): string => `/#/packages/duty/join/index?token=${token}`;

/** The open duty that a token leads to; null when it is used, replaced or none. */
export const findByLink = (h: Handle, token: string): Promise<Duty | null> =>
  h.repo(dutyRecord).findOneBy({ linkHash: sha256(token), state: 'open' });

/** Uses the link up for this account; false when somebody was faster. */
export const join = async (h: Handle, duty: Duty, accountId: string): Promise<boolean> =>
  duty.linkHash !== null &&
  (await updateWhere(
    h,
    dutyRecord,
    { id: duty.id, linkHash: duty.linkHash, accountId: IsNull(), state: 'open' },
    { accountId, linkHash: null },
  )) === 1;

export const findDutyIn = (h: Handle, bodyIds: readonly string[], id: string): Promise<Duty | null> =>
  h.repo(dutyRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

export const dutiesOfSession = (h: Handle, sessionId: string): Promise<Duty[]> =>
  h.repo(dutyRecord).find({ where: { sessionId }, order: { slot: 'ASC', id: 'ASC' } });

/** Those that are open in one hour. */
export const dutiesOfHour = (h: Handle, sessionId: string, slot: string): Promise<Duty[]> =>
  h.repo(dutyRecord).find({ where: { sessionId, slot, state: 'open' }, order: { id: 'ASC' } });

/**
 * Those of one hour, in one order and locked until the transaction ends: of two phones of a room that are heard at once,
 * each would else not know of the other.
 */
export const lockHour = (h: Handle, { sessionId, slot }: Pick<Duty, 'sessionId' | 'slot'>): Promise<Duty[]> =>
  h.repo(dutyRecord).find({
    where: { sessionId, slot },
    order: { id: 'ASC' },
    ...(h.dialect === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {}),
  });

/** The open duties of an account from a day on. */
export const dutiesOf = (h: Handle, accountId: string, from: LocalDate): Promise<Duty[]> =>
  h.repo(dutyRecord).find({
    where: { accountId, state: 'open', day: MoreThanOrEqual(from) },
    order: { slot: 'ASC', id: 'ASC' },
  });

/** A duty of this account, open or not. */
export const findOwn = (h: Handle, accountId: string, id: string): Promise<Duty | null> =>
  h.repo(dutyRecord).findOneBy({ id, accountId });

/** The same, locked until the transaction ends: what a phone sends twice at once comes one after the other. */
export const findOwnLocked = (h: Handle, accountId: string, id: string): Promise<Duty | null> =>
  findLocked(h, dutyRecord, { id, accountId });

export const noteHeard = (
  h: Handle,
  dutyId: string,
  heard: Pick<Duty, 'heardAt' | 'waiting'> & Partial<Pick<Duty, 'listFetchedAt'>>,
): Promise<number> => updateWhere(h, dutyRecord, { id: dutyId }, heard);

export const markKeyOf = (crypto: Crypto, duty: Duty): string =>
  crypto.decryptField(placeOf(duty.id, 'markKey'), duty.markKey);

/** The number of a helper in the clear; null of the staff's own, and once it is erased. */
export const phoneOfDuty = (crypto: Crypto, duty: Duty): string | null =>
  duty.phone === null ? null : crypto.decryptField(placeOf(duty.id, 'phone'), duty.phone);

const placeOf = (row: string, column: 'phone' | 'markKey') => ({ table: 'duty', column, row });

/** What a helper's link was bound to is of no use once the day is over: numbers go, and the names of those who never came. */
export async function forgetHelpers(h: Handle, beforeDay: LocalDate): Promise<void> {
  const over = { kind: 'helper', day: LessThan(beforeDay) } as const;
  await updateWhere(
    h,
    dutyRecord,
    { ...over, phone: Not(IsNull()) },
    { phone: null, phoneIndex: null, linkHash: null },
  );
  const unopened = { ...over, accountId: IsNull(), name: Not(FORGOTTEN) };
  await updateWhere(h, dutyRecord, unopened, { name: FORGOTTEN, linkHash: null });
}
const FORGOTTEN = '（没有来的临时监考）';
