import { timeOfDay } from '@jikaotong/shared/kernel';
import { type Handle, insert, newId } from '../../platform/db';
import type { ExamPaper, Site } from './session';
import { sessionPaperRecord, sessionRoomRecord, sessionSiteRecord } from './session.record';
import { changeSession } from './session.repository';

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
export async function listExamPapers(h: Handle, sessionId: string): Promise<ExamPaper[]> {
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
  readonly papers: readonly Omit<ExamPaper, 'siteId' | 'address'>[];
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
  await addPapers(h, sessionId, places.papers, ids);
}

/** Adds papers at these sites, by name and id; the session comes under a new revision. */
export async function addPapers(
  h: Handle,
  sessionId: string,
  papers: Places['papers'],
  siteIds: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = papers.map(({ siteName, ...paper }) => {
    const siteId = siteIds.get(siteName);
    if (siteId === undefined) throw new Error(`paper at a site that is not listed: ${siteName}`);
    return { id: newId(), sessionId, siteId, ...paper };
  });
  if (rows.length > 0) await insert(h, sessionPaperRecord, rows);
  await changeSession(h, sessionId, {});
}
