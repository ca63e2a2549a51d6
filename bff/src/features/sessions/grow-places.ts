import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import type { Refused } from '../../platform/http';
import type { ExamPaper, Site } from './session';
import { sessionRoomRecord, sessionSiteRecord } from './session.record';
import type { Places } from './session.repository';

/**
 * Null where somebody may go on sitting as before: every site, room and paper is still there, no room with fewer seats.
 * Else `places-in-use`, with the `place` of the first site or room that is not.
 */
export function judgeGrowth(
  now: { sites: readonly Site[]; papers: readonly ExamPaper[] },
  places: Places,
): Refused | null {
  for (const { name, address, rooms } of now.sites) {
    const site = places.sites.find((given) => given.name === name);
    if (site?.address !== address) return { refused: 'places-in-use', data: { place: name } };
    const less = rooms.find((room) => !site.rooms.some((one) => one.name === room.name && one.seats >= room.seats));
    if (less) return { refused: 'places-in-use', data: { place: `${name} ${less.name}` } };
  }
  const given = new Set(places.papers.map(inWords));
  const stay = given.size === now.papers.length && now.papers.every((paper) => given.has(inWords(paper)));
  return stay ? null : { refused: 'places-in-use' };
}

const inWords = ({ offeringCode, subject, day, startsAt, endsAt, siteName }: Places['papers'][number]): string =>
  [offeringCode, subject, day, startsAt, endsAt, siteName].join('\n');

/**
 * Brings sites and rooms up to what `judgeGrowth` let through; those that are there keep their ids, for seats name
 * them.
 */
export async function growPlaces(
  h: Handle,
  sessionId: string,
  now: readonly Site[],
  { sites }: Pick<Places, 'sites'>,
): Promise<void> {
  for (const [position, { name, address, rooms }] of sites.entries()) {
    const known = now.find((site) => site.name === name);
    const siteId = known?.id ?? newId();
    if (known) await updateWhere(h, sessionSiteRecord, { id: siteId }, { position });
    else await insert(h, sessionSiteRecord, { id: siteId, sessionId, position, name, address });
    for (const [place, room] of rooms.entries()) {
      const id = known?.rooms.find((one) => one.name === room.name)?.id;
      const set = { position: place, seats: room.seats };
      if (id !== undefined) await updateWhere(h, sessionRoomRecord, { id }, set);
      else await insert(h, sessionRoomRecord, { id: newId(), sessionId, siteId, name: room.name, ...set });
    }
  }
}
