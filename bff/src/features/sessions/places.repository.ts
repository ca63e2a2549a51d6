import { timeOfDay } from '@jikaotong/shared/kernel';
import type { PlannedPaper, PlannedRoom } from '@jikaotong/shared/rules/planning';
import { type Handle, type Row, insert, newId, updateWhere } from '../../platform/db';
import type { ExamPaper, Room, Site } from './session';
import { sessionOfferingRecord, sessionPaperRecord, sessionRoomRecord, sessionSiteRecord } from './session.record';
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
    rooms: rooms.filter((room) => room.siteId === id).map(roomOf),
  }));
}

/** What is as it always was is left out. */
const roomOf = ({ id, name, seats, perRow, kind, accessible }: Row<typeof sessionRoomRecord>): Room => ({
  id,
  name,
  seats,
  ...(perRow !== null && { perRow }),
  ...(kind !== null && { kind }),
  ...(accessible !== null && { accessible }),
});

/** When and where each subject is examined, each shift, by offering and time. */
export async function listExamPapers(h: Handle, sessionId: string): Promise<ExamPaper[]> {
  const sites = new Map((await h.repo(sessionSiteRecord).findBy({ sessionId })).map((site) => [site.id, site]));
  const papers = await h.repo(sessionPaperRecord).find({
    where: { sessionId },
    order: { offeringCode: 'ASC', day: 'ASC', startsAt: 'ASC' },
  });
  return papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteId, kind, rounds, overflowSiteId }) => {
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
      ...(kind !== null && { kind }),
      ...(rounds !== null && { rounds }),
      ...(overflowSiteId !== null && { overflowSiteName: sites.get(overflowSiteId)?.name ?? '' }),
    };
  });
}

/** How many people are expected, by offering; empty while nobody has said. */
export async function expectedIn(h: Handle, sessionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await h.repo(sessionOfferingRecord).findBy({ sessionId });
  return new Map(rows.flatMap(({ code, expected }) => (expected === null ? [] : [[code, expected] as const])));
}

/** Notes how many people are expected; an offering that is not named is not expected any more. */
export async function setExpected(h: Handle, sessionId: string, expected: Places['expected']): Promise<void> {
  if (expected === undefined) return;
  for (const { id, code } of await h.repo(sessionOfferingRecord).findBy({ sessionId }))
    await updateWhere(h, sessionOfferingRecord, { id }, { expected: expected[code] ?? null });
}

/** What staff enter: sites are named, not numbered. */
export type Places = {
  readonly sites: readonly {
    readonly name: string;
    readonly address: string;
    readonly rooms: readonly PlannedRoom[];
  }[];
  readonly papers: readonly PlannedPaper[];
  readonly expected?: Readonly<Record<string, number>> | undefined;
};

/** The columns of a room as staff enter it. */
export const roomColumns = ({ name, seats, perRow, kind, accessible }: PlannedRoom) => ({
  name,
  seats,
  perRow: perRow ?? null,
  kind: kind ?? null,
  accessible: accessible === undefined || accessible.length === 0 ? null : accessible,
});

/** A room as it is entered: its id stays behind. */
export const enteredRoom = ({ name, seats, perRow, kind, accessible }: PlannedRoom): PlannedRoom => ({
  name,
  seats,
  ...(perRow !== undefined && { perRow }),
  ...(kind !== undefined && { kind }),
  ...(accessible !== undefined && { accessible }),
});

/** A paper as it is entered: the id and address of its site stay behind. */
export const enteredPaper = (paper: PlannedPaper): PlannedPaper => {
  const { offeringCode, subject, day, startsAt, endsAt, siteName, kind, rounds, overflowSiteName } = paper;
  return {
    offeringCode,
    subject,
    day,
    startsAt,
    endsAt,
    siteName,
    ...(kind !== undefined && { kind }),
    ...(rounds !== undefined && { rounds }),
    ...(overflowSiteName !== undefined && { overflowSiteName }),
  };
};

/** Sites as they are entered: their ids stay behind. */
export const enteredPlaces = ({ sites, papers }: Places): Places => ({
  sites: sites.map(({ name, address, rooms }) => ({
    name,
    address,
    rooms: rooms.map(enteredRoom),
  })),
  papers: papers.map(enteredPaper),
});

/** A paper in one line: two that are alike in it are one. */
export const paperInWords = (paper: PlannedPaper): string =>
  [
    paper.offeringCode,
    paper.subject,
    paper.day,
    paper.startsAt,
    paper.endsAt,
    paper.siteName,
    paper.kind ?? '',
    paper.rounds ?? '',
    paper.overflowSiteName ?? '',
  ].join('\n');

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
    const rows = rooms.map((room, place) => ({
      id: newId(),
      sessionId,
      siteId,
      position: place,
      ...roomColumns(room),
    }));
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
  const idOf = (siteName: string): string => {
    const siteId = siteIds.get(siteName);
    if (siteId === undefined) throw new Error(`paper at a site that is not listed: ${siteName}`);
    return siteId;
  };
  const rows = papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteName, ...more }) => ({
    id: newId(),
    sessionId,
    offeringCode,
    subject,
    day,
    startsAt,
    endsAt,
    siteId: idOf(siteName),
    kind: more.kind ?? null,
    rounds: more.rounds ?? null,
    overflowSiteId: more.overflowSiteName === undefined ? null : idOf(more.overflowSiteName),
  }));
  if (rows.length > 0) await insert(h, sessionPaperRecord, rows);
  await changeSession(h, sessionId, {});
}
