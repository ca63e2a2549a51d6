import { LessThan } from 'typeorm';
import type { Handle } from '../../platform/db';
import { type NoticeRow, noticeRecord, noticeVersionRecord } from './notice.record';
import { type NoticeVersion, markOf } from './notice-version';
import { findNotice, loadNoticeVersion } from './notice.repository';

/** The notice's own row: whose it is and which version runs; null when there is none. */
export const findNoticeRow = (h: Handle, noticeId: string): Promise<NoticeRow | null> =>
  h.repo(noticeRecord).findOneBy({ id: noticeId });

/** Versions of a notice, the newest first; `before` is the number of the last one seen. */
export async function listVersions(
  h: Handle,
  noticeId: string,
  page: { before: number | null; limit: number },
): Promise<NoticeVersion[]> {
  const rows = await h.repo(noticeVersionRecord).find({
    select: { id: true },
    where: { noticeId, ...(page.before === null ? {} : { version: LessThan(page.before) }) },
    order: { version: 'DESC' },
    take: page.limit,
  });
  const versions = [];
  for (const { id } of rows) versions.push(await loadNoticeVersion(h, id));
  return versions;
}

/** The printed words of a version, the running one unless a version is named; null when there is no such. */
export async function findRawTextOf(h: Handle, noticeId: string, version?: number): Promise<string | null> {
  const found = await findNotice(h, noticeId, version);
  if (!found) return null;
  return (await h.repo(noticeVersionRecord).findOneBy({ id: found.id }))?.rawText ?? null;
}

/** The mark of the running version as the language reads it today, to tell a file that says the same; null without one. */
export async function runningMark(h: Handle, noticeId: string): Promise<string | null> {
  const [found, rawText] = [await findNotice(h, noticeId), await findRawTextOf(h, noticeId)];
  return found && rawText !== null ? markOf(found.notice, rawText) : null;
}
