import { offeringWords } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { loadNoticeVersion } from '../notices';
import { offeringViewOf } from './session.presenter';
import { findSession, listExamPapers, listSites } from './session.repository';

/** The body of a session; null when there is none. */
export const bodyOfSession = async (h: Handle, sessionId: string): Promise<string | null> =>
  (await findSession(h, sessionId))?.bodyId ?? null;

/** What the offerings of a session are called, in its order. */
export async function offeringNamesOf(h: Handle, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const session = await findSession(h, sessionId);
  if (!session) return new Map();
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  return new Map(session.offeringCodes.map((code) => [code, offeringWords(offeringViewOf(notice, code))]));
}

/** What the rooms of a session are called, each with its site, as staff entered them. */
export async function roomNamesOf(h: Handle, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const sites = await listSites(h, sessionId);
  return new Map(sites.flatMap(({ name, rooms }) => rooms.map((room) => [room.id, `${name} ${room.name}`] as const)));
}

/** The hours at which papers of a session begin, by `day.time`. */
export async function hourNamesOf(h: Handle, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const hours = new Set((await listExamPapers(h, sessionId)).map(({ day, startsAt }) => `${day}.${startsAt}`));
  return new Map([...hours].toSorted().map((hour) => [hour, hour.replace('.', ' ')]));
}
