import type { SubjectCode } from '@jikaotong/shared/notice';
import { type ExamShift, examShiftsOf } from '@jikaotong/shared/rules/planning';
import {
  type Place,
  type SeatingCandidate,
  type SeatingRoom,
  type SeatingShift,
  slotsOf,
} from '@jikaotong/shared/rules/seating';
import { newId } from '../../platform/db';
import type { ExamPaper, Room, Site } from '../sessions';
import type { Sitting } from './sitting.record';

/** Shifts and rooms of a session as the rule of seating knows them, and the way back from its places to sittings. */
export type SeatingFrame = {
  readonly shifts: readonly SeatingShift[];
  readonly rooms: readonly SeatingRoom[];
  /** Null where no shift is there any more. */
  readonly placeOf: (sitting: Sitting, key: string) => Place | null;
  readonly sittingOf: (place: Place, who: { readonly sessionId: string; readonly participantId: string }) => Sitting;
  readonly shiftOf: (id: string) => ExamShift<ExamPaper, Room> | undefined;
};

export function seatingFrame(sites: readonly Site[], papers: readonly ExamPaper[]): SeatingFrame {
  const examShifts = examShiftsOf({ sites, papers });
  const byId = new Map(examShifts.map((shift) => [shift.id, shift]));
  const siteOf = new Map(sites.flatMap((site) => site.rooms.map((room) => [room.id, { site, room }] as const)));
  const shifts = examShifts.map(({ id, paper, startsAt, endsAt, rooms }): SeatingShift => {
    const { offeringCode: offering, subject, day } = paper;
    return { id, offering, subject, day, startsAt, endsAt, rooms: rooms.map(({ room }) => room.id) };
  });
  const used = new Set(shifts.flatMap((shift) => shift.rooms));
  const rooms = sites.flatMap((site) => site.rooms.filter(({ id }) => used.has(id)).map(seatingRoomOf));
  const slots = slotsOf(shifts);
  return {
    shifts,
    rooms,
    shiftOf: (id) => byId.get(id),
    placeOf: ({ offeringCode, subject, day, startsAt, roomId, seat }, key) => {
      const shift = shifts.find(
        (one) =>
          one.offering === offeringCode &&
          one.subject === subject &&
          one.day === day &&
          one.startsAt === startsAt &&
          one.rooms.includes(roomId),
      );
      return shift ? { key, shift: shift.id, room: roomId, seat } : null;
    },
    sittingOf: ({ shift: shiftId, room: roomId, seat }, who) => {
      const [shift, at] = [byId.get(shiftId), siteOf.get(roomId)];
      if (!shift || !at) throw new Error(`no shift ${shiftId} in room ${roomId}`);
      const { paper, startsAt, endsAt } = shift;
      return {
        id: newId(),
        ...who,
        offeringCode: paper.offeringCode,
        subject: paper.subject,
        day: paper.day,
        startsAt,
        endsAt,
        siteId: at.site.id,
        siteName: at.site.name,
        address: at.site.address,
        roomId,
        roomName: at.room.name,
        slot: slots(shiftId, roomId),
        seat,
        ...orders({ hour: `${paper.day} ${startsAt}`, roomId, seat, subject: paper.subject }),
        state: 'planned',
      };
    },
  };
}

/** Where a seat stands in the seat list; rooms are numbered as they were entered: their ids put them in that order. */
function orders(of: { hour: string; roomId: string; seat: number; subject: SubjectCode }) {
  const seat = String(of.seat).padStart(4, '0');
  const place = `${of.hour} ${of.roomId} ${seat}`;
  return {
    place,
    byRoom: `${of.roomId} ${of.hour} ${seat}`,
    bySubject: `${SUBJECT_PLACES[of.subject]} ${place}`,
    bySeat: `${seat} ${place}`,
  };
}
const SUBJECT_PLACES = { theory: 1, skill: 2, review: 3 } as const satisfies Record<SubjectCode, number>;

const seatingRoomOf = ({ id, seats, perRow = seats, accessible = [] }: Room): SeatingRoom => ({
  id,
  seats,
  perRow,
  reserved: accessible,
});

/** Somebody who is to have seats, with what decides about them. */
export type Guest = {
  readonly key: string;
  readonly offeringCode: string;
  readonly subjects: readonly SubjectCode[];
  /** Employer or unit in one form; null: nobody else's. */
  readonly company: string | null;
  readonly reserved: boolean;
};

/**
 * Guests as the rule and the public see them: a number for each company, the one that its people had before. The
 * numbers follow the pseudonyms, which say nothing.
 */
export function numbered(guests: readonly Guest[], known: ReadonlyMap<string, SeatingCandidate>): SeatingCandidate[] {
  const numbers = new Map<string, number>();
  const sorted = guests.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  let last = 0;
  for (const { group } of known.values()) last = Math.max(last, group ?? 0);
  for (const { key, company } of sorted) {
    const before = known.get(key)?.group ?? null;
    if (company !== null && before !== null && !numbers.has(company)) numbers.set(company, before);
  }
  for (const { company } of sorted)
    if (company !== null && !numbers.has(company)) {
      last += 1;
      numbers.set(company, last);
    }
  return sorted.map(({ key, offeringCode, subjects, company, reserved }) => ({
    key,
    offering: offeringCode,
    subjects,
    group: company === null ? null : (numbers.get(company) ?? null),
    reserved,
  }));
}

/** A company as it is compared: width, case, spaces and brackets do not count. */
export const companyOf = (name: string | null): string | null =>
  name
    ?.normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()\-_.,，。、·]/gu, '') || null;
