import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, findLocked, insert, newId, placeholders, updateWhere } from '../../platform/db';
import { lockSitting, noteAtDoor } from '../sittings';
import { type Attendance, attendanceRecord, endWords } from './invigilation.record';
import { ABSENT_BY_MARK, MARKED, PUBLISHED, SAT_BY_MARK } from './marks-say';

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

/** An officer decides that somebody came of whom a mark of 缺考 alone said otherwise, under the lock of `standingOf`; the mark stays. */
export async function noteDespiteAbsence(h: Handle, noted: Noted): Promise<boolean> {
  if (!(await noteAtDoor(h, noted.sittingId, 'absent', 'present'))) return false;
  await insertLive(h, noted);
  return true;
}

/**
 * The other way round than it stands. False where that is not what stands, the marks say so and not the door, they say
 * otherwise than the door would now, or the result is out. `despiteAbsence`: an officer decides that somebody came whom a mark calls
 * 缺考; the mark stays, and the two are told beside each other until it is corrected (`differingIn`).
 */
export async function turn(
  h: Handle,
  noted: Noted,
  why: Why,
  { despiteAbsence = false }: { readonly despiteAbsence?: boolean } = {},
): Promise<boolean> {
  const other = noted.state === 'present' ? 'absent' : 'present';
  const live = await lockLive(h, noted.sittingId, other);
  const against = noted.state === 'absent' ? [SAT_BY_MARK] : despiteAbsence ? [] : [ABSENT_BY_MARK];
  // a mark of 缺考 has changed the sitting already where the door still says that they came
  const given = { from: ['present', 'absent'], unless: [PUBLISHED, ...against] };
  if (live === null || !(await restand(h, noted, given))) return false;
  await endLive(h, live, noted, why);
  await insertLive(h, noted);
  return true;
}

/** Nothing stands any more; false where nobody had come in, or only the marks say so, or there are marks besides. */
export async function undo(
  h: Handle,
  of: Pick<Noted, 'sittingId' | 'state' | 'byAccountId' | 'at'>,
  why: Why,
): Promise<boolean> {
  const live = await lockLive(h, of.sittingId, of.state);
  const { sittingId, state: from } = of;
  const given = { from: [from], unless: [PUBLISHED, MARKED] };
  if (live === null || !(await restand(h, { sittingId, state: 'planned' }, given))) return false;
  await endLive(h, live, of, why);
  return true;
}

/** A conditional change of the sitting: of a mark, or of results, that come at the same time one of the two waits. */
const restand = async (
  h: Handle,
  { sittingId, state }: { readonly sittingId: string; readonly state: string },
  { from, unless }: { readonly from: readonly string[]; readonly unless: readonly string[] },
): Promise<boolean> =>
  (await h.run(
    `UPDATE sitting SET state = ? WHERE id = ? AND state IN (${placeholders(from)}) AND ${unless.map((one) => `NOT EXISTS (${one})`).join(' AND ')}`,
    [state, sittingId, ...from],
  )) === 1;

const insertLive = (h: Handle, noted: Noted): Promise<void> =>
  insert(h, attendanceRecord, {
    ...noted,
    id: newId(),
    liveKey: noted.sittingId,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });

const lockLive = (h: Handle, sittingId: string, state: Noted['state']): Promise<Attendance | null> =>
  findLocked(h, attendanceRecord, { liveKey: sittingId, state });

const endLive = async (
  h: Handle,
  { id }: Attendance,
  { byAccountId, at }: Pick<Noted, 'byAccountId' | 'at'>,
  { crypto, reason }: Why,
): Promise<void> => {
  const endReason = endWords.seal(crypto, id, 'endReason', reason);
  const ended = { liveKey: null, endedAt: at, endedBy: byAccountId, endReason };
  await updateWhere(h, attendanceRecord, { id }, ended);
};

/** Whether the result of whoever has this seat is out. */
export async function isOut(h: Handle, sittingId: string): Promise<boolean> {
  const [row] = await h.query<{ published: number | string }>(
    `SELECT EXISTS (${PUBLISHED}) AS published FROM sitting WHERE id = ?`,
    [sittingId],
  );
  return Number(row?.published) > 0;
}

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
