import type { Notice } from '@jikaotong/shared/notice';
import { examShiftsOf } from '@jikaotong/shared/rules/planning';
import { offeringWords } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { loadNoticeVersion } from '../notices';
import { offeringViewOf } from './session.presenter';
import { listExamPapers, listSites } from './places.repository';
import { findExamDay } from './exam-day.repository';
import { findSession } from './session.repository';

/** The body of a session; null when there is none. */
export const bodyOfSession = async (h: Handle, sessionId: string): Promise<string | null> =>
  (await findSession(h, sessionId))?.bodyId ?? null;

/** The body of a session, or of the stage whose exam day it is; null when there is neither. */
export const bodyOfExamDay = async (h: Handle, eventId: string): Promise<string | null> =>
  (await findExamDay(h, eventId))?.bodyId ?? null;

/** What the offerings of a session are called, in its order. */
export async function offeringNamesOf(h: Handle, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const session = await findExamDay(h, sessionId);
  if (!session) return new Map();
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  return offeringNamesIn({ notice, offeringCodes: session.offeringCodes });
}

/** The same of one whose notice is known. */
export const offeringNamesIn = (session: {
  readonly notice: Notice;
  readonly offeringCodes: readonly string[];
}): ReadonlyMap<string, string> =>
  new Map(session.offeringCodes.map((code) => [code, offeringWords(offeringViewOf(session.notice, code))]));

/** What the events of a body are called, latest first; a stage has no name of its own beside its competition's. */
export async function eventNamesOf(h: Handle, bodyId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await h.query<{ id: string; version: string; name: string | null }>(
    `SELECT e.id AS id, e.notice_version_id AS version, s.name AS name FROM event e LEFT JOIN session s ON s.id = e.id
     WHERE e.body_id = ? ORDER BY e.id DESC`,
    [bodyId],
  );
  const names = new Map<string, string>();
  for (const { id, version, name } of rows)
    names.set(id, name ?? (await loadNoticeVersion(h, version)).notice.title.value);
  return names;
}

/** What the offerings of a body's notices are called, by `notice/version/code`: a version never changes. */
export async function offeringNamesOfBody(h: Handle, bodyId: string): Promise<ReadonlyMap<string, string>> {
  const versions = await h.query<{ id: string }>(
    'SELECT v.id AS id FROM notice_version v JOIN notice n ON n.id = v.notice_id WHERE n.body_id = ?',
    [bodyId],
  );
  const names = new Map<string, string>();
  for (const { id } of versions) {
    const { notice, noticeId, version } = await loadNoticeVersion(h, id);
    for (const { code } of notice.offerings)
      names.set(`${noticeId}/${version}/${code}`, offeringWords(offeringViewOf(notice, code)));
  }
  return names;
}

/** What the rooms of a session are called, each with its site, as staff entered them. */
export async function roomNamesOf(h: Handle, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const sites = await listSites(h, sessionId);
  return new Map(sites.flatMap(({ name, rooms }) => rooms.map((room) => [room.id, `${name} ${room.name}`] as const)));
}

/** The hours at which shifts of a session begin, by `day.time`. */
export async function hourNamesOf(h: Handle, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const papers = await listExamPapers(h, sessionId);
  const hours = new Set(examShiftsOf({ sites: [], papers }).map(({ paper, startsAt }) => `${paper.day}.${startsAt}`));
  return new Map([...hours].toSorted().map((hour) => [hour, hour.replace('.', ' ')]));
}
