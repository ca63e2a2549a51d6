import type { LocalDate, TimeOfDay } from '../../kernel';
import type { SubjectCode } from '../../notice';
import { type SeatingCandidate, fillOf } from '../seating';
import { type ExamShift, examShiftsOf } from './exam-shifts';
import type { PlannedPaper, PlannedPlaces } from './planned-places';

/** So many people take these subjects of an offering. */
export type Expected = {
  readonly offeringCode: string;
  readonly subjects: readonly SubjectCode[];
  readonly people: number;
};

/** What a subject needs at one time and site, and what there is; `short` are those who find no place. */
export type Capacity = {
  readonly subject: SubjectCode;
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly siteName: string;
  readonly offeringCodes: readonly string[];
  readonly needed: number;
  readonly places: number;
  readonly short: number;
};

/** Needed and there, by subject and shift, as the seating itself would deal so many people; subjects without a paper are left out. */
export function capacityOf(places: PlannedPlaces, expected: readonly Expected[]): Capacity[] {
  const shifts = examShiftsOf(places);
  const { counts, short } = fillOf({
    ...seatingRoomsOf(shifts),
    candidates: crowdOf(expected, places),
    kept: [],
    byDay: true,
  });
  const missing = new Map(short.map((one) => [one.shift, one.missing]));
  const rows = new Map<string, Capacity>();
  for (const { id, paper, startsAt, endsAt, rooms } of shifts) {
    const { subject, day, siteName, offeringCode } = paper;
    const name = [day, startsAt, subject, siteName, endsAt, paper.kind ?? ''].join(' ');
    const known = rows.get(name);
    const lacking = missing.get(id) ?? 0;
    rows.set(name, {
      subject,
      day,
      startsAt,
      endsAt,
      siteName,
      offeringCodes: [...(known?.offeringCodes ?? []), offeringCode],
      needed: (known?.needed ?? 0) + (counts.get(id) ?? 0) + lacking,
      places: Math.max(
        known?.places ?? 0,
        rooms.reduce((sum, { room }) => sum + room.seats, 0),
      ),
      short: (known?.short ?? 0) + lacking,
    });
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** What a paper needs and has over all its rounds. */
export type PaperNeed = Pick<Capacity, 'needed' | 'places' | 'short'> & {
  /** Whose papers use its rooms at the same time, and how many of its places they take; null: nobody's. */
  readonly shared: {
    readonly with: readonly Pick<PlannedPaper, 'offeringCode' | 'subject'>[];
    readonly taken: number;
  } | null;
};

/** The need of each paper, in their order: so many of these people would sit it, it has so many places, and so many find none. */
export function paperNeeds(places: PlannedPlaces, expected: readonly Expected[]): PaperNeed[] {
  const shifts = examShiftsOf(places);
  const { counts, short } = fillOf({
    ...seatingRoomsOf(shifts),
    candidates: crowdOf(expected, places),
    kept: [],
    byDay: true,
  });
  const missing = new Map(short.map((one) => [one.shift, one.missing]));
  return places.papers.map((paper) => {
    const own = shifts.filter((shift) => shift.paper === paper);
    const lacking = sumOf(own.map(({ id }) => missing.get(id) ?? 0));
    const others = shifts.filter((other) => other.paper !== paper && own.some((one) => sharesRoom(one, other)));
    const seats = sumOf(own.flatMap(({ rooms }) => rooms.map(({ room }) => room.seats)));
    return {
      needed: sumOf(own.map(({ id }) => counts.get(id) ?? 0)) + lacking,
      places: seats,
      short: lacking,
      shared:
        others.length === 0
          ? null
          : {
              with: [...new Set(others.map((other) => other.paper))].map(({ offeringCode, subject }) => ({
                offeringCode,
                subject,
              })),
              taken: Math.min(seats, sumOf(others.map(({ id }) => counts.get(id) ?? 0))),
            },
    };
  });
}

/** Whether two shifts sit in one room at one time. */
const sharesRoom = (one: ExamShift, other: ExamShift): boolean =>
  one.paper.day === other.paper.day &&
  one.startsAt < other.endsAt &&
  other.startsAt < one.endsAt &&
  one.rooms.some((a) => other.rooms.some((b) => a.siteName === b.siteName && a.room.name === b.room.name));

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Of so many people, those whose subjects would lie on several days, and those who would sit them in another order. */
export function daysOf(
  places: PlannedPlaces,
  expected: readonly Expected[],
): { readonly people: number; readonly parted: number; readonly turned: number } {
  const candidates = crowdOf(expected, places);
  const { parted, turned } = fillOf({ ...seatingRoomsOf(examShiftsOf(places)), candidates, kept: [], byDay: true });
  return { people: candidates.length, parted: parted.length, turned: turned.length };
}

const crowdOf = (expected: readonly Expected[], { papers }: PlannedPlaces): SeatingCandidate[] =>
  expected.flatMap(({ offeringCode, subjects, people }, row) => {
    const planned = subjects.filter((subject) =>
      papers.some((paper) => paper.offeringCode === offeringCode && paper.subject === subject),
    );
    return Array.from({ length: people }, (_, at) => ({
      key: `${offeringCode} ${row} ${at}`,
      offering: offeringCode,
      subjects: planned,
      group: null,
      reserved: false,
    }));
  });

/** The shifts as the seating knows them, and every room once; a room goes by the name of its site and its own. */
function seatingRoomsOf(shifts: readonly ExamShift[]) {
  const nameOf = ({ siteName, room }: ExamShift['rooms'][number]) => `${siteName}\n${room.name}`;
  const rooms = new Map(
    shifts.flatMap((shift) =>
      shift.rooms.map((one) => {
        const { seats, perRow = seats } = one.room;
        return [nameOf(one), { id: nameOf(one), seats, perRow, reserved: [] }] as const;
      }),
    ),
  );
  return {
    rooms: [...rooms.values()],
    shifts: shifts.map(({ id, paper, startsAt, endsAt, rooms: of }) => {
      return {
        id,
        offering: paper.offeringCode,
        subject: paper.subject,
        day: paper.day,
        startsAt,
        endsAt,
        rooms: of.map(nameOf),
      };
    }),
  };
}
