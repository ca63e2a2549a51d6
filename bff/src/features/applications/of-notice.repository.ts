import { In, LessThan, MoreThan, Not } from 'typeorm';
import type { Handle } from '../../platform/db';
import type { Application, ApplicationState } from './application.record';
import { applicationRecord } from './application.record';

/** Still on their way: what changes in a notice may concern them. */
const LIVE: readonly ApplicationState[] = ['draft', 'submitted', 'returned', 'approved'];

/** Live applications of these sessions that stand under an older version of the notice, by id after the last seen. */
export const listUnderOlder = async (
  h: Handle,
  { sessionIds, version }: { readonly sessionIds: readonly string[]; readonly version: number },
  page: { readonly after: string; readonly limit: number },
): Promise<Application[]> =>
  sessionIds.length === 0
    ? []
    : h.repo(applicationRecord).find({
        where: {
          sessionId: In([...sessionIds]),
          state: In([...LIVE]),
          noticeVersion: LessThan(version),
          id: MoreThan(page.after),
        },
        order: { id: 'ASC' },
        take: page.limit,
      });

/** How many live applications these sessions have, by session, offering and whether they were ever handed in. */
export async function countLive(
  h: Handle,
  sessionIds: readonly string[],
): Promise<{ sessionId: string; offeringCode: string; handedIn: boolean; count: number }[]> {
  if (sessionIds.length === 0) return [];
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');
  const rows = await h.query<{
    session_id: string;
    offering_code: string;
    handed: number | string;
    n: number | string;
  }>(
    `SELECT session_id, offering_code, CASE WHEN first_submitted_on IS NULL THEN 0 ELSE 1 END AS handed, COUNT(*) AS n
     FROM application WHERE session_id IN (${marks(sessionIds)}) AND state IN (${marks(LIVE)})
     GROUP BY session_id, offering_code, CASE WHEN first_submitted_on IS NULL THEN 0 ELSE 1 END`,
    [...sessionIds, ...LIVE],
  );
  return rows.map(({ session_id: sessionId, offering_code: offeringCode, handed, n }) => ({
    sessionId,
    offeringCode,
    handedIn: Number(handed) === 1,
    count: Number(n),
  }));
}

/** The newest applications of a session in whatever state, and how many there are. */
export async function latestOfSession(
  h: Handle,
  sessionId: string,
  limit: number,
): Promise<{ total: number; rows: Application[] }> {
  const where = { sessionId, state: Not('void' as const) };
  const rows = await h.repo(applicationRecord).find({ where, order: { id: 'DESC' }, take: limit });
  return { total: rows.length < limit ? rows.length : await h.repo(applicationRecord).countBy(where), rows };
}
