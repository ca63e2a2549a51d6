import { type LocalDate, type TimeOfDay, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Handle, placeholders } from '../../platform/db';
import { byRoom } from '../sittings';
import { dutyRecord } from './invigilation.record';

/** A room in one hour where the marks alone say of some that they came, or did not, and the door knows nothing of them. */
export type UnnotedRoom = {
  readonly slot: string;
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly roomId: string;
  readonly siteName: string;
  readonly roomName: string;
  readonly present: number;
  readonly absent: number;
  /** An officer lets the marks stand for it. */
  readonly settled: boolean;
};

/** Those of a session, or of one hour, or of some offerings alone. */
export async function unnotedRooms(
  h: Handle,
  sessionId: string,
  of: { readonly slot?: string; readonly offeringCodes?: readonly string[] } = {},
): Promise<UnnotedRoom[]> {
  const { slot, offeringCodes } = of;
  if (offeringCodes?.length === 0) return [];
  const rows = await h.query<Readonly<Record<keyof UnnotedRoom, unknown>>>(
    `SELECT s.slot AS slot, MIN(s.day) AS day, MIN(s.starts_at) AS startsAt, s.room_id AS roomId,
            MIN(s.room_name) AS roomName, MIN(s.site_name) AS siteName,
            SUM(CASE WHEN s.state = 'present' THEN 1 ELSE 0 END) AS present,
            SUM(CASE WHEN s.state = 'absent' THEN 1 ELSE 0 END) AS absent,
            (SELECT COUNT(*) FROM room_step t
             WHERE t.room_id = s.room_id AND t.slot = s.slot AND t.kind = 'inferred') AS settled
     FROM sitting s LEFT JOIN attendance a ON a.live_key = s.id
     WHERE s.session_id = ? AND s.state IN ('present', 'absent') AND a.id IS NULL
       ${slot === undefined ? '' : 'AND s.slot = ?'}
       ${offeringCodes === undefined ? '' : `AND s.offering_code IN (${placeholders(offeringCodes)})`}
     GROUP BY s.slot, s.room_id`,
    [sessionId, ...(slot === undefined ? [] : [slot]), ...(offeringCodes ?? [])],
  );
  const rooms = rows.map((row) => ({
    slot: String(row.slot),
    day: localDate(String(row.day)),
    startsAt: timeOfDay(String(row.startsAt)),
    roomId: String(row.roomId),
    siteName: String(row.siteName),
    roomName: String(row.roomName),
    present: Number(row.present),
    absent: Number(row.absent),
    settled: Number(row.settled) > 0,
  }));
  return rooms.toSorted(byRoom);
}

/** Rooms of which somebody still has to say who came: keyed from paper, or by an officer who lets the marks stand. */
export const unsettledRooms = async (
  h: Handle,
  sessionId: string,
  offeringCodes?: readonly string[],
): Promise<UnnotedRoom[]> =>
  (await unnotedRooms(h, sessionId, offeringCodes ? { offeringCodes } : {})).filter(({ settled }) => !settled);

/** Whether anybody was ever on duty in a session: without, it knows of no door. */
export const isDoorUsed = (h: Handle, sessionId: string): Promise<boolean> =>
  h.repo(dutyRecord).existsBy({ sessionId });
