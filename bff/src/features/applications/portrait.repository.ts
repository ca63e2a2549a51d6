import { type Handle, placeholders } from '../../platform/db';
import type { Application } from './application.record';
import { findManyAny } from './application.repository';
import { PORTRAIT_UNSEEN } from './review-list.repository';

const FROM = `participant p JOIN candidate c ON c.id = p.candidate_id JOIN application a ON a.id = p.candidate_id`;
/** Of a session, or of those of it whom one unit has entered. */
export type Wall = { readonly eventId: string; readonly unitId: string | null };
const within = ({ unitId }: Wall): string => (unitId === null ? '' : ' AND c.unit_id = ?');
const inWall = ({ eventId, unitId }: Wall): string[] => (unitId === null ? [eventId] : [eventId, unitId]);

const WAITING = { all: `p.state = 'submitted' AND c.photo IS NOT NULL`, unseen: PORTRAIT_UNSEEN };

/** Those of a session who wait with a photo, oldest first, from behind the last one seen. */
export async function listWithPortrait(
  h: Handle,
  of: Wall & { readonly which: keyof typeof WAITING },
  page: { readonly after: readonly (string | number)[] | null; readonly limit: number },
): Promise<Application[]> {
  const [ms = 0, id = ''] = page.after ?? [];
  const at = new Date(Number(ms));
  const rows = await h.query<{ id: string }>(
    `SELECT p.candidate_id AS id FROM ${FROM}
     WHERE p.event_id = ?${within(of)} AND ${WAITING[of.which]} AND p.submitted_at >= ? AND (p.submitted_at > ? OR p.candidate_id > ?)
     ORDER BY p.submitted_at, p.candidate_id LIMIT ${page.limit}`,
    [...inWall(of), at, at, id],
  );
  return findManyAny(
    h,
    rows.map((row) => row.id),
  );
}

export async function countPortraits(h: Handle, wall: Wall): Promise<{ unseen: number; all: number }> {
  const count = async (which: keyof typeof WAITING) => {
    const [row] = await h.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${FROM} WHERE p.event_id = ?${within(wall)} AND ${WAITING[which]}`,
      inWall(wall),
    );
    return Number(row?.n ?? 0);
  };
  return { unseen: await count('unseen'), all: await count('all') };
}

/** The photos of those of these who wait in the session, by their ids. */
export async function waitingAmong(
  h: Handle,
  eventId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await h.query<{ id: string }>(
    `SELECT p.candidate_id AS id FROM participant p
     WHERE p.event_id = ? AND p.state = 'submitted' AND p.candidate_id IN (${placeholders(ids)})`,
    [eventId, ...ids],
  );
  const found = await findManyAny(
    h,
    rows.map(({ id }) => id),
  );
  return new Map(found.map(({ id, photo }) => [id, photo?.fileId ?? null]));
}
