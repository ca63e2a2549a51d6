import { timeOfDay } from '@jikaotong/shared/kernel';
import { In, LessThan } from 'typeorm';
import { type Handle, findLocked, findRow, insert, madeAt, newId, updateWhere } from '../../platform/db';
import type { Paper, Session, Site, StoredWindow } from './session';
import {
  type SessionRow,
  sessionOfferingRecord,
  sessionPaperRecord,
  sessionRecord,
  sessionRoomRecord,
  sessionSiteRecord,
  sessionWindowRecord,
} from './session.record';

/** A session in whatever state; null when there is none. */
export async function findSession(h: Handle, sessionId: string): Promise<Session | null> {
  const row = await findRow(h, sessionRecord, { id: sessionId });
  if (!row) return null;
  const known = parts.get(row.revision);
  if (known) return { ...row, ...known };
  const [session] = await complete(h, [row]);
  if (!session) return null;
  if (parts.size >= MOST_KEPT) parts.clear();
  const { offeringCodes, windows } = session;
  parts.set(row.revision, { offeringCodes, windows });
  return session;
}

/**
 * Offerings and windows by the revision of their session: what stands under a revision never changes, and a revision
 * that was rolled back never comes again. Cleared when many pile up.
 */
const parts = new Map<string, Pick<Session, 'offeringCodes' | 'windows'>>();
const MOST_KEPT = 200;

/** A session of one of these bodies; for anybody else it does not exist. */
export async function findSessionIn(h: Handle, bodyIds: readonly string[], sessionId: string): Promise<Session | null> {
  const row = await h.repo(sessionRecord).findOneBy({ id: sessionId, bodyId: In([...bodyIds]) });
  return row ? ((await complete(h, [row]))[0] ?? null) : null;
}

/** The session's row, locked until the transaction ends: plan, places and publication change one at a time. */
export const lockSession = (h: Handle, sessionId: string): Promise<SessionRow | null> =>
  findLocked(h, sessionRecord, { id: sessionId });

/** What visitors may see: published and cancelled sessions, by exam day. */
export async function listVisibleSessions(h: Handle, noticeIds: readonly string[]): Promise<Session[]> {
  const rows = await h.repo(sessionRecord).find({
    where: { noticeId: In([...noticeIds]), state: In(['published', 'cancelled']) },
    order: { examStart: 'ASC', id: 'ASC' },
  });
  return complete(h, rows);
}

/** Every session that runs, with its windows. */
export async function listPublishedSessions(h: Handle): Promise<Session[]> {
  return complete(h, await h.repo(sessionRecord).find({ where: { state: 'published' }, order: { id: 'ASC' } }));
}

/** When each of these sessions, its offerings or its windows last changed, in milliseconds by the wall clock. */
export async function changeTimesOf(h: Handle, sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await h.repo(sessionRecord).find({
    where: { id: In([...sessionIds]) },
    select: { id: true, revision: true },
  });
  return new Map(rows.map(({ id, revision }) => [id, madeAt(revision)]));
}

/** Sessions of these bodies, newest first; `before` is the id of the last one seen. */
export async function listSessionsIn(
  h: Handle,
  bodyIds: readonly string[],
  page: { before: string | null; limit: number },
): Promise<Session[]> {
  const rows = await h.repo(sessionRecord).find({
    where: { bodyId: In([...bodyIds]), ...(page.before !== null && { id: LessThan(page.before) }) },
    order: { id: 'DESC' },
    take: page.limit,
  });
  return complete(h, rows);
}

async function complete(h: Handle, rows: readonly SessionRow[]): Promise<Session[]> {
  const sessionId = In(rows.map((row) => row.id));
  if (rows.length === 0) return [];
  const offerings = await h.repo(sessionOfferingRecord).find({ where: { sessionId }, order: { position: 'ASC' } });
  const windows = await h.repo(sessionWindowRecord).find({ where: { sessionId }, order: { position: 'ASC' } });
  return rows.map((row) => ({
    ...row,
    offeringCodes: offerings.filter((offering) => offering.sessionId === row.id).map((offering) => offering.code),
    windows: windows
      .filter((window) => window.sessionId === row.id)
      .map(({ kind, opens, closes, source }) => ({ kind, opens, closes, source })),
  }));
}

/** The next running number of a body's sessions in a year; call it with the body locked. */
export async function nextSessionNumber(h: Handle, bodyId: string, year: number): Promise<number> {
  const last = await h.repo(sessionRecord).findOne({ where: { bodyId, year }, order: { number: 'DESC' } });
  return (last?.number ?? 0) + 1;
}

export async function addSession(
  h: Handle,
  row: Omit<SessionRow, 'revision'>,
  offeringCodes: readonly string[],
): Promise<void> {
  await insert(h, sessionRecord, { ...row, revision: newId() });
  await replaceOfferings(h, row.id, offeringCodes);
}

export const changeSession = (
  h: Handle,
  sessionId: string,
  set: Partial<Omit<SessionRow, 'revision'>>,
): Promise<number> => updateWhere(h, sessionRecord, { id: sessionId }, { ...set, revision: newId() });

export async function replaceOfferings(h: Handle, sessionId: string, codes: readonly string[]): Promise<void> {
  await h.repo(sessionOfferingRecord).delete({ sessionId });
  await insert(
    h,
    sessionOfferingRecord,
    codes.map((code, position) => ({ id: newId(), sessionId, code, position })),
  );
  await changeSession(h, sessionId, {});
}

/** Puts these windows in the place of those stored. */
export async function replaceWindows(h: Handle, sessionId: string, windows: readonly StoredWindow[]): Promise<void> {
  await h.repo(sessionWindowRecord).delete({ sessionId });
  if (windows.length > 0)
    await insert(
      h,
      sessionWindowRecord,
      windows.map(({ kind, opens, closes, source }, position) => {
        return { id: newId(), sessionId, position, kind, opens, closes, source };
      }),
    );
  await changeSession(h, sessionId, {});
}

/** Sites with their rooms, in the order staff entered them. */
export async function listSites(h: Handle, sessionId: string): Promise<Site[]> {
  const order = { position: 'ASC' } as const;
  const sites = await h.repo(sessionSiteRecord).find({ where: { sessionId }, order });
  const rooms = await h.repo(sessionRoomRecord).find({ where: { sessionId }, order });
  return sites.map(({ id, name, address }) => ({
    id,
    name,
    address,
    rooms: rooms
      .filter((room) => room.siteId === id)
      .map((room) => ({ id: room.id, name: room.name, seats: room.seats })),
  }));
}

/** When and where each subject is examined, by offering and time. */
export async function listPapers(h: Handle, sessionId: string): Promise<Paper[]> {
  const sites = new Map((await h.repo(sessionSiteRecord).findBy({ sessionId })).map((site) => [site.id, site]));
  const papers = await h.repo(sessionPaperRecord).find({
    where: { sessionId },
    order: { offeringCode: 'ASC', day: 'ASC', startsAt: 'ASC' },
  });
  return papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteId }) => {
    const site = sites.get(siteId);
    if (!site) throw new Error(`paper at a site that is gone: ${siteId}`);
    const [starts, ends] = [timeOfDay(startsAt), timeOfDay(endsAt)];
    return {
      offeringCode,
      subject,
      day,
      startsAt: starts,
      endsAt: ends,
      siteId,
      siteName: site.name,
      address: site.address,
    };
  });
}

/** What staff enter: sites are named, not numbered. */
export type Places = {
  readonly sites: readonly {
    readonly name: string;
    readonly address: string;
    readonly rooms: readonly { readonly name: string; readonly seats: number }[];
  }[];
  readonly papers: readonly Omit<Paper, 'siteId' | 'address'>[];
};

/** Puts these sites, rooms and papers in the place of those stored; every paper names one of the sites. */
export async function replacePlaces(h: Handle, sessionId: string, places: Places): Promise<void> {
  await h.repo(sessionPaperRecord).delete({ sessionId });
  await h.repo(sessionRoomRecord).delete({ sessionId });
  await h.repo(sessionSiteRecord).delete({ sessionId });
  const ids = new Map<string, string>();
  for (const [position, { name, address, rooms }] of places.sites.entries()) {
    const siteId = newId();
    ids.set(name, siteId);
    await insert(h, sessionSiteRecord, { id: siteId, sessionId, position, name, address });
    const rows = rooms.map((room, place) => ({ id: newId(), sessionId, siteId, position: place, ...room }));
    if (rows.length > 0) await insert(h, sessionRoomRecord, rows);
  }
  const papers = places.papers.map(({ siteName, ...paper }) => {
    const siteId = ids.get(siteName);
    if (siteId === undefined) throw new Error(`paper at a site that is not listed: ${siteName}`);
    return { id: newId(), sessionId, siteId, ...paper };
  });
  if (papers.length > 0) await insert(h, sessionPaperRecord, papers);
}

/** Takes away a session nobody has seen, with all that hangs on it; 0 when it is not planned any more. */
export const deletePlanned = async (h: Handle, sessionId: string): Promise<number> =>
  (await h.repo(sessionRecord).delete({ id: sessionId, state: 'planned' })).affected ?? 0;
