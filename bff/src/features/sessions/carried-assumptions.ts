import { type Notice, assumedKey, assumedWith } from '@jikaotong/shared/notice';
import { type Handle, instantFrom } from '../../platform/db';
import { loadNoticeVersion } from '../notices';
import type { Session } from './session';

/** An assumption that staff took as true for an earlier session, and that has not changed since. */
export type Carried = {
  readonly path: string;
  readonly accountId: string;
  readonly confirmedAt: number;
  readonly sessionName: string;
};

type Before = { version: string; path: string; account: string; at: unknown; session: string };

/** So many confirmations of other sessions are looked through, the newest first. */
const MOST = 2_000;

/**
 * What was confirmed in other sessions under the same notice, of whatever version, by the leaves of this one: a leaf is the
 * same while its reason and its value are.
 */
export async function carriedAssumptions(
  h: Handle,
  session: Pick<Session, 'id' | 'bodyId' | 'noticeId'>,
  notice: Notice,
): Promise<readonly Carried[]> {
  const rows = await h.query<Before>(
    `SELECT e.notice_version_id AS version, x.path AS path, x.account_id AS account, x.confirmed_at AS at, s.name AS session
     FROM session_assumption x JOIN session s ON s.id = x.session_id JOIN event e ON e.id = s.id
     WHERE e.body_id = ? AND e.notice_id = ? AND e.id <> ? ORDER BY x.confirmed_at DESC, x.id DESC LIMIT ${MOST}`,
    [session.bodyId, session.noticeId, session.id],
  );
  const leavesOf = new Map<string, ReadonlyMap<string, string>>();
  for (const version of new Set(rows.map((row) => row.version))) {
    const { notice: before } = await loadNoticeVersion(h, version);
    leavesOf.set(version, new Map(assumedWith(before).map((leaf) => [leaf.path, assumedKey(leaf)])));
  }
  const known = new Map<string, Before>();
  for (const row of rows) {
    const key = leavesOf.get(row.version)?.get(row.path);
    if (key !== undefined && !known.has(key)) known.set(key, row);
  }
  return assumedWith(notice).flatMap((leaf) => {
    const row = known.get(assumedKey(leaf));
    if (!row) return [];
    const { account: accountId, session: sessionName } = row;
    return [{ path: leaf.path, accountId, confirmedAt: instantFrom(row.at), sessionName }];
  });
}
