import { IsNull, Not } from 'typeorm';
import { type Handle, newId, updateWhere } from '../../platform/db';
import { type Duty, type RoomRecord, roomRecordRecord } from './invigilation.record';

export type { RoomRecord };

/**
 * The record of a room on duty, which stands from the first look on. Two at once make one: on MariaDB an insert that
 * meets a duplicate would keep a shared lock.
 */
export async function standRecord(
  h: Handle,
  duty: Pick<Duty, 'bodyId' | 'sessionId' | 'slot'>,
  roomId: string,
): Promise<void> {
  const ignore = h.dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE id = id' : 'ON CONFLICT DO NOTHING';
  await h.run(`INSERT INTO room_record (id, body_id, session_id, room_id, slot) VALUES (?, ?, ?, ?, ?) ${ignore}`, [
    newId(),
    duty.bodyId,
    duty.sessionId,
    roomId,
    duty.slot,
  ]);
}

export const findRecord = (h: Handle, slot: string, roomId: string): Promise<RoomRecord | null> =>
  h.repo(roomRecordRecord).findOneBy({ slot, roomId });

/** The records of an hour. */
export const recordsOf = (h: Handle, sessionId: string, slot: string): Promise<RoomRecord[]> =>
  h.repo(roomRecordRecord).findBy({ sessionId, slot });

type Place = { readonly slot: string; readonly roomId: string };

/** Writes the count of an open room; a second signature under an earlier count falls. */
export const writeCount = async (
  h: Handle,
  place: Place,
  count: Pick<RoomRecord, 'taken' | 'returned' | 'blank' | 'sealNumber' | 'countedBy' | 'countedDutyId' | 'countedAt'>,
): Promise<boolean> =>
  (await updateWhere(
    h,
    roomRecordRecord,
    { ...place, closedAt: IsNull() },
    { ...count, secondBy: null, secondDutyId: null, secondAt: null },
  )) === 1;

/** Signs a count for the second time; false where it is signed, not made, made by the same, or the room is closed. */
export const countersign = async (
  h: Handle,
  place: Place,
  by: Required<Pick<RoomRecord, 'secondBy' | 'secondDutyId' | 'secondAt'>> & { readonly secondBy: string },
): Promise<boolean> =>
  (await updateWhere(
    h,
    roomRecordRecord,
    { ...place, closedAt: IsNull(), secondAt: IsNull(), countedAt: Not(IsNull()), countedBy: Not(by.secondBy) },
    by,
  )) === 1;

/** Opens a closed room again; false where it is open. */
export const reopen = async (h: Handle, place: Place): Promise<boolean> =>
  (await updateWhere(
    h,
    roomRecordRecord,
    { ...place, closedAt: Not(IsNull()) },
    { closedBy: null, closedDutyId: null, closedAt: null },
  )) === 1;

/** Closes a room; false when it is closed already. */
export const close = async (
  h: Handle,
  place: Place,
  by: Pick<RoomRecord, 'closedBy' | 'closedDutyId' | 'closedAt'>,
): Promise<boolean> => (await updateWhere(h, roomRecordRecord, { ...place, closedAt: IsNull() }, by)) === 1;
