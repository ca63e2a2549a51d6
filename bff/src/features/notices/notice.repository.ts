import { NoticeSchema } from '@jikaotong/shared/notice';
import type { Calendar, CalendarYear } from '@jikaotong/shared/rules/calendar';
import { type Handle, findLocked, insert, newId } from '../../platform/db';
import {
  type NoticeRow,
  type NoticeVersionRow,
  calendarYearRecord,
  noticeRecord,
  noticeVersionRecord,
} from './notice.record';
import type { NoticeVersion } from './notice-version';

/** A version of a notice, the current one unless a version is named; null when there is none. */
export async function findNotice(h: Handle, noticeId: string, version?: number): Promise<NoticeVersion | null> {
  const wanted = version ?? (await h.repo(noticeRecord).findOneBy({ id: noticeId }))?.currentVersion;
  if (wanted === undefined) return null;
  const row = await h.repo(noticeVersionRecord).findOne({
    where: { noticeId, version: wanted },
    select: { id: true },
  });
  return row ? loadNoticeVersion(h, row.id) : null;
}

/** Holds a notice at its running version until the transaction ends: no version is published meanwhile. */
export const lockNotice = (h: Handle, noticeId: string): Promise<NoticeRow | null> =>
  findLocked(h, noticeRecord, { id: noticeId });

/** Like `findNotice`, for a notice that is known to exist. */
export async function loadNotice(h: Handle, noticeId: string, version?: number): Promise<NoticeVersion> {
  const found = await findNotice(h, noticeId, version);
  if (!found) throw new Error(`no notice ${noticeId}`);
  return found;
}

/** The version with this id; throws when it is gone, for whoever holds the id rests on it. */
export async function loadNoticeVersion(h: Handle, versionId: string): Promise<NoticeVersion> {
  const known = parsed.get(versionId);
  if (known) return known;
  const row = await h.repo(noticeVersionRecord).findOneByOrFail({ id: versionId });
  const loaded = versionOf(row);
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(versionId, loaded);
  return loaded;
}

/** Versions never change, so each is parsed once; cleared when many pile up. */
const parsed = new Map<string, NoticeVersion>();
const MOST_KEPT = 200;

const versionOf = (row: NoticeVersionRow): NoticeVersion => ({
  id: row.id,
  noticeId: row.noticeId,
  version: row.version,
  notice: NoticeSchema.parse(row.content),
  publishedAt: row.publishedAt,
});

/** Every notice, or those of one body, newest year first, then by id. */
export const listNoticeRows = (h: Handle, where: { bodyId?: string } = {}): Promise<NoticeRow[]> =>
  h.repo(noticeRecord).find({ where, order: { year: 'DESC', id: 'ASC' } });

export const noticeExists = (h: Handle, noticeId: string): Promise<boolean> =>
  h.repo(noticeRecord).existsBy({ id: noticeId });

/** The years announced so far, as the rules read them. */
export async function loadCalendar(h: Handle): Promise<Calendar> {
  const rows = await h.repo(calendarYearRecord).find({ order: { year: 'ASC' } });
  return rows.map(({ year, off, workedWeekends, source }) => ({ year, off, workedWeekends, source }));
}

/** Adds a year unless it is there already. */
export async function addCalendarYearIfAbsent(h: Handle, announced: CalendarYear, nowMs: number): Promise<void> {
  if (await h.repo(calendarYearRecord).existsBy({ year: announced.year })) return;
  await insert(h, calendarYearRecord, { id: newId(), ...announced, addedAt: nowMs });
}
