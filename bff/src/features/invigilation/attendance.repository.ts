import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, findLocked, insert, newId, updateWhere } from '../../platform/db';
import { lockSitting, noteAtDoor } from '../sittings';
import { type Attendance, attendanceRecord, endWords } from './invigilation.record';

export type { Attendance };

export type Noted = Pick<
  Attendance,
  'sessionId' | 'participantId' | 'sittingId' | 'state' | 'way' | 'at' | 'dutyId' | 'byAccountId'
>;

/** Why what stood is so no more: words about people, sealed where they stand. */
type Why = { readonly crypto: Crypto; readonly reason: string };

/**
 * Notes that somebody came, or did not, where nothing stands yet: a conditional change of the sitting, so that of two at
 * once one is told no, and the key of the row besides. False: something stands.
 */
export async function noteFirst(h: Handle, noted: Noted): Promise<boolean> {
  if (!(await noteAtDoor(h, noted.sittingId, 'planned', noted.state))) return false;
  await insertLive(h, noted);
  return true;
}

/**
 * The door says what the marks said before it: noted under the lock that told how the sitting stands (`standingOf`). False where the
 * marks say otherwise, or the door knows already.
 */
export async function confirmMarked(h: Handle, noted: Noted, state: string): Promise<boolean> {
  if (state !== noted.state || (await h.repo(attendanceRecord).existsBy({ liveKey: noted.sittingId }))) return false;
  await insertLive(h, noted);
  return true;
}

/** The other way round than it stands; false where that is not what stands, or the marks say so and not the door. */
export async function turn(h: Handle, noted: Noted, why: Why): Promise<boolean> {
  const from = noted.state === 'present' ? 'absent' : 'present';
  if (!(await endLive(h, { ...noted, state: from }, why))) return false;
  if (!(await noteAtDoor(h, noted.sittingId, from, noted.state))) return false;
  await insertLive(h, noted);
  return true;
}

/** Nothing stands any more; false where nobody had come in, or only the marks say so. */
export async function undo(
  h: Handle,
  of: Pick<Noted, 'sittingId' | 'state' | 'byAccountId' | 'at'>,
  why: Why,
): Promise<boolean> {
  return (await endLive(h, of, why)) && (await noteAtDoor(h, of.sittingId, of.state, 'planned'));
}

const insertLive = (h: Handle, noted: Noted): Promise<void> =>
  insert(h, attendanceRecord, {
    ...noted,
    id: newId(),
    liveKey: noted.sittingId,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });

const endLive = async (
  h: Handle,
  { sittingId, state, byAccountId, at }: Pick<Noted, 'sittingId' | 'state' | 'byAccountId' | 'at'>,
  { crypto, reason }: Why,
): Promise<boolean> => {
  const live = await findLocked(h, attendanceRecord, { liveKey: sittingId, state });
  if (live === null) return false;
  const endReason = endWords.seal(crypto, live.id, 'endReason', reason);
  const ended = { liveKey: null, endedAt: at, endedBy: byAccountId, endReason };
  return (await updateWhere(h, attendanceRecord, { id: live.id, liveKey: sittingId, state }, ended)) === 1;
};

/** How a sitting stands now, locked, and what the door knows of it; null: the door knows nothing. */
export async function standingOf(
  h: Handle,
  sittingId: string,
): Promise<{ readonly state: string; readonly live: Attendance | null }> {
  const sitting = await lockSitting(h, sittingId);
  const live = await h.repo(attendanceRecord).findOneBy({ liveKey: sittingId });
  return { state: sitting?.state ?? 'void', live };
}

/** What stands of these sittings. */
export const liveOf = async (h: Handle, sittingIds: readonly string[]): Promise<Attendance[]> =>
  sittingIds.length === 0 ? [] : h.repo(attendanceRecord).findBy({ liveKey: In([...sittingIds]) });

/** What stands of a participant. */
export const liveOfParticipant = async (h: Handle, participantId: string): Promise<Attendance[]> =>
  (await h.repo(attendanceRecord).findBy({ participantId })).filter(({ liveKey }) => liveKey !== null);

/** Who did not come to which subject of a session, as its doors know: `participant:subject`. */
export async function absentAtDoor(h: Handle, sessionId: string): Promise<ReadonlySet<string>> {
  const rows = await h.query<{ participantId: string; subject: string }>(
    `SELECT a.participant_id AS participantId, s.subject AS subject
     FROM attendance a JOIN sitting s ON s.id = a.sitting_id
     WHERE a.session_id = ? AND a.live_key IS NOT NULL AND a.state = 'absent'`,
    [sessionId],
  );
  return new Set(rows.map(({ participantId, subject }) => `${participantId}:${subject}`));
}
