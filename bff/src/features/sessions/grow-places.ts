import { type Notice, isAnnouncedLater } from '@jikaotong/shared/notice';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import type { PlannedRoom } from '@jikaotong/shared/rules/planning';
import type { Refused } from '../../platform/http';
import type { ExamPaper, Site } from './session';
import { sessionPaperRecord, sessionRoomRecord, sessionSiteRecord } from './session.record';
import { type Places, addPapers, paperInWords, roomColumns } from './places.repository';

/**
 * Null where somebody may go on sitting as before: every site, room and paper is still there, no room with fewer seats. Further
 * shifts may come, for whoever has no seat yet, and those of subjects that are announced later may change: whether somebody sits
 * one, the seats know. Else `places-in-use`, with the `place` of the first site or room that is not.
 */
export function judgeGrowth(now: Now, places: Places, notice: Pick<Notice, 'offerings'>): Refused | null {
  for (const { name, address, rooms } of now.sites) {
    const site = places.sites.find((given) => given.name === name);
    if (site?.address !== address) return { refused: 'places-in-use', data: { place: name } };
    const less = rooms.find((room) => !site.rooms.some((one) => isGrown(room, one)));
    if (less) return { refused: 'places-in-use', data: { place: `${name} ${less.name}` } };
  }
  const given = new Set(places.papers.map(paperInWords));
  const fixed = now.papers.filter((paper) => !isAnnouncedLater(notice, paper));
  return fixed.every((paper) => given.has(paperInWords(paper))) ? null : { refused: 'places-in-use' };
}

/** The same room with no seat less, in rows and of a kind as it was: people sit there by their numbers. */
const isGrown = (before: PlannedRoom, after: PlannedRoom): boolean =>
  after.name === before.name &&
  after.seats >= before.seats &&
  (after.perRow ?? after.seats) === (before.perRow ?? after.seats) &&
  (after.kind ?? 'desks') === (before.kind ?? 'desks');

type Now = { readonly sites: readonly Site[]; readonly papers: readonly ExamPaper[] };

/** The papers that were not there like this before. */
export function addedPapers(before: Places['papers'], after: Places['papers']): Places['papers'] {
  const known = new Set(before.map(paperInWords));
  return after.filter((paper) => !known.has(paperInWords(paper)));
}

/**
 * Brings sites, rooms and papers up to what `judgeGrowth` let through; sites and rooms that are there keep their ids,
 * for seats name them.
 */
export async function growPlaces(h: Handle, sessionId: string, now: Now, { sites, papers }: Places): Promise<void> {
  const siteIds = new Map<string, string>();
  for (const [position, { name, address, rooms }] of sites.entries()) {
    const known = now.sites.find((site) => site.name === name);
    const siteId = known?.id ?? newId();
    siteIds.set(name, siteId);
    if (known) await updateWhere(h, sessionSiteRecord, { id: siteId }, { position });
    else await insert(h, sessionSiteRecord, { id: siteId, sessionId, position, name, address });
    for (const [place, room] of rooms.entries()) {
      const id = known?.rooms.find((one) => one.name === room.name)?.id;
      const set = { position: place, ...roomColumns(room) };
      if (id !== undefined) await updateWhere(h, sessionRoomRecord, { id }, set);
      else await insert(h, sessionRoomRecord, { id: newId(), sessionId, siteId, ...set });
    }
  }
  for (const { offeringCode, subject, day, startsAt, siteName } of addedPapers(papers, now.papers)) {
    const siteId = now.sites.find(({ name }) => name === siteName)?.id ?? '';
    await h.repo(sessionPaperRecord).delete({ sessionId, offeringCode, subject, day, startsAt, siteId });
  }
  await addPapers(h, sessionId, addedPapers(now.papers, papers), siteIds);
}
