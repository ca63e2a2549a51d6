import type { LocalDate, TimeOfDay } from '../../kernel';
import type { SubjectCode } from '../../notice';
import { overlaps } from '../seating';
import { type Expected, capacityOf } from './capacity';
import { type ExamShift, examShiftsOf } from './exam-shifts';
import type { PlannedPlaces } from './planned-places';

/** Why a plan cannot be published. */
export type PlanConflict =
  /** Two papers that begin at different hours and run into each other in one room. */
  | {
      readonly code: 'room-twice';
      readonly siteName: string;
      readonly roomName: string;
      readonly day: LocalDate;
      readonly first: TimeOfDay;
      readonly second: TimeOfDay;
    }
  /** The same room is in use by another session. */
  | {
      readonly code: 'room-elsewhere';
      readonly siteName: string;
      readonly roomName: string;
      readonly day: LocalDate;
      readonly first: TimeOfDay;
      readonly sessionName: string;
    }
  /** Whoever sits this shift can sit no shift of the other subject. */
  | {
      readonly code: 'person-twice';
      readonly offeringCode: string;
      readonly subject: SubjectCode;
      readonly day: LocalDate;
      readonly first: TimeOfDay;
      readonly other: SubjectCode;
    }
  | {
      readonly code: 'places-short';
      readonly subject: SubjectCode;
      readonly day: LocalDate;
      readonly first: TimeOfDay;
      readonly siteName: string;
      readonly needed: number;
      readonly missing: number;
    };

/** Rooms and persons that would be in two places, and the shifts with too few places for so many people. */
export function planConflicts(places: PlannedPlaces, expected: readonly Expected[]): PlanConflict[] {
  const shifts = examShiftsOf(places);
  const twice = [...roomsTwice(shifts), ...personsTwice(shifts)];
  // who is in two places would only be counted as a missing place again
  return twice.length > 0 ? twice : placesShort(places, expected);
}

/** Papers that begin and end together may share a room; so may those that begin together, each with its own end. */
function roomsTwice(shifts: readonly ExamShift[]): PlanConflict[] {
  const conflicts = new Map<string, PlanConflict>();
  const inRoom = new Map<string, ExamShift[]>();
  for (const shift of shifts)
    for (const { siteName, room } of shift.rooms) {
      const name = `${siteName}\n${room.name}`;
      for (const other of inRoom.get(name) ?? []) {
        if (other.startsAt === shift.startsAt || !overlaps(timesOf(other), timesOf(shift))) continue;
        const [first = shift.startsAt, second = shift.startsAt] = [other.startsAt, shift.startsAt].toSorted();
        const { day } = shift.paper;
        // one conflict a room and day is enough to act on
        const key = `${name} ${day}`;
        if (!conflicts.has(key))
          conflicts.set(key, { code: 'room-twice', siteName, roomName: room.name, day, first, second });
      }
      inRoom.set(name, [...(inRoom.get(name) ?? []), shift]);
    }
  return [...conflicts.values()];
}

/** The room of a shift that another session uses at that time. */
export function roomsElsewhere(
  places: PlannedPlaces,
  others: readonly { readonly sessionName: string; readonly places: PlannedPlaces }[],
): PlanConflict[] {
  const own = examShiftsOf(places);
  const conflicts = new Map<string, PlanConflict>();
  for (const { sessionName, places: theirs } of others) {
    const used = examShiftsOf(theirs);
    for (const shift of own)
      for (const { siteName, room } of shift.rooms) {
        const key = `${siteName}\n${room.name} ${shift.paper.day}`;
        const isTaken = used.some(
          (other) =>
            overlaps(timesOf(other), timesOf(shift)) &&
            other.rooms.some((one) => one.siteName === siteName && one.room.name === room.name),
        );
        if (!isTaken || conflicts.has(key)) continue;
        const { day } = shift.paper;
        const at = { siteName, roomName: room.name, day, first: shift.startsAt, sessionName };
        conflicts.set(key, { code: 'room-elsewhere', ...at });
      }
  }
  return [...conflicts.values()];
}

function personsTwice(shifts: readonly ExamShift[]): PlanConflict[] {
  return shifts.flatMap((shift): PlanConflict[] => {
    const { offeringCode, subject, day } = shift.paper;
    const own = shifts.filter(({ paper }) => paper.offeringCode === offeringCode && paper.subject !== subject);
    const others = [...new Set(own.map(({ paper }) => paper.subject))];
    const other = others.find((one) =>
      own.filter(({ paper }) => paper.subject === one).every((that) => overlaps(timesOf(that), timesOf(shift))),
    );
    return other === undefined
      ? []
      : [{ code: 'person-twice', offeringCode, subject, day, first: shift.startsAt, other }];
  });
}

const placesShort = (places: PlannedPlaces, expected: readonly Expected[]): PlanConflict[] =>
  capacityOf(places, expected)
    .filter(({ short }) => short > 0)
    .map(({ subject, day, startsAt, siteName, needed, short }) => {
      return { code: 'places-short', subject, day, first: startsAt, siteName, needed, missing: short };
    });

const timesOf = ({ paper, startsAt, endsAt }: ExamShift) => ({ day: paper.day, startsAt, endsAt });
