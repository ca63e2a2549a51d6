import type { SubjectCode } from '@jikaotong/shared/notice';
import { type LocalDate, type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type KnownWindow, notAfter, notBefore, spanOf } from '@jikaotong/shared/rules/progress';
import type { Refused } from '../../platform/http';
import type { ExamPaper, Room, Site } from '../sessions';

/** A candidate to seat, in the order seats are given. */
export type Guest = { readonly participantId: string; readonly offeringCode: string };
/** A seat that is given already. */
export type Taken = {
  readonly participantId: string;
  readonly subject: SubjectCode;
  readonly roomId: string;
  readonly slot: string;
  readonly seat: number;
};
export type GivenSeat = Guest & {
  readonly paper: ExamPaper;
  readonly room: Room;
  readonly slot: string;
  readonly seat: number;
};

/** Seats may be given from the day payment opens until the first exam day. */
export function judgeSeatingDay(windows: readonly KnownWindow[], day: LocalDate): Refused | null {
  const refusal = notBefore(spanOf(windows, 'payment').opens, day) ?? notAfter(spanOf(windows, 'exam').opens, day);
  return refusal && { refused: refusal.code, data: refusal.data };
}

/** A subject announced later is seated until its own day (S25 二（三）); until then its session may be long over. */
export const judgeLaterSeatingDay = (
  windows: readonly KnownWindow[],
  paper: Pick<ExamPaper, 'day'>,
  day: LocalDate,
): Refused | null => {
  const refusal = notBefore(spanOf(windows, 'payment').opens, day) ?? notAfter(paper.day, day);
  return refusal && { refused: refusal.code, data: refusal.data };
};

/**
 * Gives every guest a seat for each of the subjects that are to be seated (`subjectsOf` their offering): papers in their order, guests in theirs, rooms and seats in
 * the site's. Who is seated stays; who comes later gets the next free seat. Refuses as a whole: `session-incomplete`
 * with the papers that are missing, `seats-short` with the seats to add, each counted once however many papers lack it.
 */
export function giveSeats(given: {
  readonly subjectsOf: (offeringCode: string) => readonly SubjectCode[];
  readonly papers: readonly ExamPaper[];
  readonly sites: readonly Site[];
  readonly guests: readonly Guest[];
  readonly taken: readonly Taken[];
}): Result<readonly GivenSeat[], Refused> {
  const seated = new Set(given.taken.map(({ participantId, subject }) => `${participantId} ${subject}`));
  const isSeated = (guest: Guest, subject: SubjectCode) => seated.has(`${guest.participantId} ${subject}`);
  const unseated = given.guests.filter((guest) =>
    given.subjectsOf(guest.offeringCode).some((subject) => !isSeated(guest, subject)),
  );
  const missing = missingPapers(given.papers, given.subjectsOf, unseated);
  if (missing.length > 0) return failed({ refused: 'session-incomplete', data: { missing } });
  const slots = slotsOf(given.papers);
  const free = new Map<string, Iterator<{ room: Room; seat: number }>>();
  const short = new Map<string, number>();
  const seats: GivenSeat[] = [];
  for (const paper of given.papers) {
    const slot = slots.get(paper) ?? '';
    const place = `${paper.siteId} ${slot}`;
    const seatsLeft = free.get(place) ?? freeSeats(given.sites, paper.siteId, slot, given.taken);
    free.set(place, seatsLeft);
    for (const guest of unseated) {
      if (!given.subjectsOf(guest.offeringCode).includes(paper.subject)) continue;
      if (guest.offeringCode !== paper.offeringCode || isSeated(guest, paper.subject)) continue;
      const next = seatsLeft.next();
      if (next.done) short.set(place, (short.get(place) ?? 0) + 1);
      else seats.push({ ...guest, paper, slot, ...next.value });
    }
  }
  return short.size === 0 ? ok(seats) : failed({ refused: 'seats-short', data: { missing: seatsToAdd(short) } });
}

function missingPapers(
  papers: readonly ExamPaper[],
  subjectsOf: (offeringCode: string) => readonly SubjectCode[],
  guests: readonly Guest[],
): string[] {
  const codes = [...new Set(guests.map(({ offeringCode }) => offeringCode))];
  return codes.flatMap((code) =>
    subjectsOf(code)
      .filter((subject) => !papers.some((paper) => paper.offeringCode === code && paper.subject === subject))
      .map((subject) => `paper:${code}:${subject}`),
  );
}

/** Papers of a site that overlap share one slot, named by the day and time the first of them begins. */
export function slotsOf(papers: readonly ExamPaper[]): ReadonlyMap<ExamPaper, string> {
  const slots = new Map<ExamPaper, string>();
  const inTime = papers.toSorted((a, b) => compare(a.siteId, b.siteId) || compare(startOf(a), startOf(b)));
  let open = { siteId: '', day: '', until: '', name: '' };
  for (const paper of inTime) {
    const runsOn = paper.siteId === open.siteId && paper.day === open.day && paper.startsAt < open.until;
    if (!runsOn) open = { siteId: paper.siteId, day: paper.day, until: paper.endsAt, name: startOf(paper) };
    else if (paper.endsAt > open.until) open = { ...open, until: paper.endsAt };
    slots.set(paper, open.name);
  }
  return slots;
}

const startOf = (paper: ExamPaper): string => `${paper.day} ${paper.startsAt}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* freeSeats(
  sites: readonly Site[],
  siteId: string,
  slot: string,
  taken: readonly Taken[],
): Generator<{ room: Room; seat: number }, undefined> {
  const held = new Set(taken.filter((seat) => seat.slot === slot).map(({ roomId, seat }) => `${roomId} ${seat}`));
  for (const room of sites.find((site) => site.id === siteId)?.rooms ?? [])
    for (let seat = 1; seat <= room.seats; seat += 1) if (!held.has(`${room.id} ${seat}`)) yield { room, seat };
  return undefined;
}

/** A seat added to a site helps in every slot: the worst slot of each site counts. */
function seatsToAdd(short: ReadonlyMap<string, number>): number {
  const bySite = new Map<string, number>();
  for (const [place, count] of short) {
    const [siteId = ''] = place.split(' ');
    bySite.set(siteId, Math.max(bySite.get(siteId) ?? 0, count));
  }
  return [...bySite.values()].reduce((sum, count) => sum + count, 0);
}
