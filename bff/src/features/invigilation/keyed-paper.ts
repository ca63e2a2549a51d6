import { type Handle, placeholders } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Attendance, liveOf, undo } from './attendance.repository';
import { decide, openDeskLines } from './door-act.repository';
import { seatedIn } from './room-hours.repository';
import type { PaperLine } from './take-paper';

type Place = { readonly slot: string; readonly roomId: string };

/** What the last paper list keyed at the desk noted in a room and still stands; null where nothing does. */
export async function lastKeyed(
  h: Handle,
  { slot, roomId }: Place,
): Promise<{ readonly at: number; readonly rows: readonly Attendance[] } | null> {
  const ids = (await seatedIn(h, { slot, roomIds: [roomId] })).map(({ id }) => id);
  const keyed = (await liveOf(h, ids)).filter(({ way, dutyId }) => way === 'paper' && dutyId === null);
  if (keyed.length === 0) return null;
  const at = Math.max(...keyed.map((one) => one.at));
  return { at, rows: keyed.filter((one) => one.at === at) };
}

/** What keying it told, read from what stands: for whoever asks again because the reply was lost. */
export async function toldBefore(
  h: Handle,
  place: Place,
): Promise<{ readonly noted: number; readonly lines: readonly PaperLine[] }> {
  const { slot, roomId } = place;
  const seats = new Map((await seatedIn(h, { slot, roomIds: [roomId] })).map((seat) => [seat.id, seat]));
  const lines = (await openDeskLines(h, place)).flatMap(({ reason, sittingId }) => {
    const sitting = seats.get(sittingId ?? '');
    return sitting && reason ? [{ reason, seat: sitting.seat, sitting }] : [];
  });
  return { noted: (await lastKeyed(h, place))?.rows.length ?? 0, lines };
}

/** Takes it back, and what it said otherwise than it stood. Refuses `wrong-state` where nothing stands, or marks are in. */
export async function takeBackKeyed(
  ctx: Pick<Context, 'h' | 'ports' | 'now'>,
  place: Place,
  { accountId, reason }: { readonly accountId: string; readonly reason: string },
): Promise<void> {
  const { h, ports, now } = ctx;
  const keyed = (await lastKeyed(h, place)) ?? refuse('wrong-state', { state: 'nothing-keyed' });
  const people = keyed.rows.map(({ participantId }) => participantId);
  // from then on the marks say who came, too
  if (await haveMarks(h, people)) refuse('wrong-state', { state: 'marks-in' });
  const why = { crypto: ports.crypto, reason };
  for (const { sittingId, state } of keyed.rows)
    if (!(await undo(h, { sittingId, state, byAccountId: accountId, at: now.ms }, why))) refuse('wrong-state');
  for (const line of await openDeskLines(h, place))
    if (line.at === keyed.at)
      await decide(ctx, line.id, { decidedAs: 'as-it-stands', decidedBy: accountId, decidedAt: now.ms, reason });
}

async function haveMarks(h: Handle, participantIds: readonly string[]): Promise<boolean> {
  const rows = await h.query<{ id: string }>(
    `SELECT r.id AS id FROM result r WHERE r.participant_id IN (${placeholders(participantIds)}) LIMIT 1`,
    [...participantIds],
  );
  return rows.length > 0;
}
