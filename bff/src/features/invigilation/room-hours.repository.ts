import { type LocalDate, type TimeOfDay, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { type Handle, placeholders } from '../../platform/db';
import { byRoom } from '../sittings';

/** Rooms of a session in one hour, as seats were given. */
export type RoomHour = {
  readonly slot: string;
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly roomId: string;
  readonly roomName: string;
  readonly siteName: string;
  readonly address: string;
  readonly expected: number;
};

type Raw = Readonly<Record<keyof RoomHour, unknown>>;

/** Each room of each hour in which somebody sits, or of one hour alone. */
export async function roomHoursOf(h: Handle, sessionId: string, slot?: string): Promise<RoomHour[]> {
  const rows = await h.query<Raw>(
    `SELECT s.slot AS slot, MIN(s.day) AS day, MIN(s.starts_at) AS startsAt, MAX(s.ends_at) AS endsAt, s.room_id AS roomId,
            MIN(s.room_name) AS roomName, MIN(s.site_name) AS siteName, MIN(s.address) AS address, COUNT(*) AS expected
     FROM sitting s WHERE s.session_id = ? AND s.state <> 'void'${slot === undefined ? '' : ' AND s.slot = ?'}
     GROUP BY s.slot, s.room_id`,
    slot === undefined ? [sessionId] : [sessionId, slot],
  );
  const hours = rows.map((row) => ({
    slot: String(row.slot),
    day: localDate(String(row.day)),
    startsAt: timeOfDay(String(row.startsAt)),
    endsAt: timeOfDay(String(row.endsAt)),
    roomId: String(row.roomId),
    roomName: String(row.roomName),
    siteName: String(row.siteName),
    address: String(row.address),
    expected: Number(row.expected),
  }));
  return hours.toSorted(byRoom);
}

/** Where and when everybody of a session sits that holds a ticket, by its token. */
export type Placed = {
  readonly token: string;
  readonly participantId: string;
  readonly sittingId: string;
  readonly roomId: string;
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly slot: string;
  readonly siteName: string;
  readonly roomName: string;
};

export async function placedOf(h: Handle, sessionId: string): Promise<Placed[]> {
  const rows = await h.query<Readonly<Record<keyof Placed, unknown>>>(
    `SELECT t.token AS token, s.participant_id AS participantId, s.id AS sittingId, s.room_id AS roomId, s.day AS day,
            s.starts_at AS startsAt, s.slot AS slot, s.site_name AS siteName, s.room_name AS roomName
     FROM ticket t JOIN sitting s ON s.participant_id = t.participant_id
     WHERE t.session_id = ? AND t.live_key IS NOT NULL AND s.state <> 'void'`,
    [sessionId],
  );
  return rows.map((row) => ({
    token: String(row.token),
    participantId: String(row.participantId),
    sittingId: String(row.sittingId),
    roomId: String(row.roomId),
    day: localDate(String(row.day)),
    startsAt: timeOfDay(String(row.startsAt)),
    slot: String(row.slot),
    siteName: String(row.siteName),
    roomName: String(row.roomName),
  }));
}

/** The tokens of a session's tickets that were taken back. */
export const revokedTokensOf = async (h: Handle, sessionId: string): Promise<string[]> =>
  (
    await h.query<{ token: string }>('SELECT token FROM ticket WHERE session_id = ? AND revoked_at IS NOT NULL', [
      sessionId,
    ])
  ).map(({ token }) => token);

/** What stands in these rooms in one hour: seats in their order. */
export type Seated = {
  readonly id: string;
  readonly participantId: string;
  readonly offeringCode: string;
  readonly subject: SubjectCode;
  readonly roomId: string;
  readonly roomName: string;
  readonly seat: number;
  readonly startsAt: TimeOfDay;
  readonly state: 'planned' | 'present' | 'absent' | 'void';
};

export async function seatedIn(h: Handle, of: { slot: string; roomIds: readonly string[] }): Promise<Seated[]> {
  if (of.roomIds.length === 0) return [];
  const rows = await h.query<Omit<Seated, 'startsAt'> & { startsAt: string }>(
    `SELECT s.id AS id, s.participant_id AS participantId, s.offering_code AS offeringCode, s.subject AS subject,
            s.room_id AS roomId, s.room_name AS roomName, s.seat AS seat, s.starts_at AS startsAt, s.state AS state
     FROM sitting s WHERE s.room_id IN (${placeholders(of.roomIds)}) AND s.slot = ? AND s.state <> 'void'
     ORDER BY s.room_name, s.seat`,
    [...of.roomIds, of.slot],
  );
  return rows.map((row) => ({ ...row, seat: Number(row.seat), startsAt: timeOfDay(row.startsAt) }));
}
