import type { Handle } from '../../platform/db';

/** How many open cases name an application of the session. */
export const countOpenCasesOfSession = async (h: Handle, sessionId: string): Promise<number> => {
  const [row] = await h.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM open_case c JOIN application a ON a.id = c.application_id
     WHERE c.state = 'open' AND a.session_id = ?`,
    [sessionId],
  );
  return Number(row?.n ?? 0);
};
