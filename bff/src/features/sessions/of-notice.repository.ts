import { In } from 'typeorm';
import type { Handle } from '../../platform/db';
import { sessionRecord } from './session.record';

/** The ids of a notice's sessions that are not cancelled, in order. */
export async function listIdsOfNotice(h: Handle, noticeId: string): Promise<string[]> {
  const rows = await h.repo(sessionRecord).find({
    select: { id: true },
    where: { noticeId, state: In(['planned', 'published']) },
    order: { id: 'ASC' },
  });
  return rows.map(({ id }) => id);
}

/** The published sessions of a notice, the latest exam first; enough of them to find one with applications. */
export const listLatestSessions = (h: Handle, noticeId: string): Promise<{ id: string; name: string }[]> =>
  h.repo(sessionRecord).find({
    select: { id: true, name: true },
    where: { noticeId, state: 'published' },
    order: { examStart: 'DESC', id: 'DESC' },
    take: 12,
  });
