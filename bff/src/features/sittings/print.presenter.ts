import type { PrintName } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import {
  documentTypeWord,
  examDayWords,
  fullDayWords,
  shortMethodWord,
  printWord,
  subjectWord,
  weekdayWord,
  yuanWords,
} from '@jikaotong/shared/words';
import type { Print, PrintedHolder, PrintedPerson, PrintedRoom } from '../../platform/pdf';
import type { Paid } from '../orders';
import type { Admitted } from '../participants';
import type { Room } from '../sessions';
import { byRoom } from './room-order';
import type { Sitting } from './sitting.record';

/** A seat that is taken, with who sits there. */
export type Seated = {
  readonly sitting: Sitting;
  readonly candidate: Admitted;
  readonly ticketNumber: string | null;
};

export type PrintParts = {
  readonly print: Exclude<PrintName, 'tickets'>;
  readonly bodyName: string;
  readonly sessionName: string;
  readonly ofStage: boolean;
  readonly printedAt: string;
  /** In the order of the prints: hour, room, seat. */
  readonly seated: readonly Seated[];
  readonly offeringNames: ReadonlyMap<string, string>;
  /** 参赛号 of each participant of a stage whose roster is fixed. */
  readonly entrantNumbers: ReadonlyMap<string, number>;
  /** What each candidate paid, where a print shows it. */
  readonly paid: ReadonlyMap<string, Paid>;
  /** Each room by its id, as it was planned. */
  readonly rooms: ReadonlyMap<string, Pick<Room, 'seats' | 'perRow'>>;
};

/** Where nobody said how many seats stand in a row. */
const PER_ROW = 6;

/** The print as its template wants it; numbers of documents masked. */
export function presentPrint(parts: PrintParts): Print {
  const { print, ofStage } = parts;
  const words = examDayWords(ofStage);
  const common = {
    title: printWord(print, ofStage),
    body: parts.bodyName,
    exam: parts.sessionName,
    foot: `${parts.printedAt} 打印`,
  };
  switch (print) {
    case 'hand-out':
      return { ...common, print, words, rows: inOrder(parts).map((each) => holderOf(parts, each)) };
    case 'payers':
      return { ...common, print, rows: payers(parts) };
    case 'attendance':
    case 'seat-plan':
    case 'door':
    case 'desk':
    case 'record':
      return { ...common, print, words, rooms: rooms(parts) };
  }
}

/** Everybody once, by number of the ticket; who has none yet stands at the end. */
function inOrder({ seated }: PrintParts): Seated[] {
  const once = new Map(seated.map((each) => [each.candidate.participantId, each]));
  const last = '\uffff';
  return [...once.values()].toSorted((a, b) => ((a.ticketNumber ?? last) < (b.ticketNumber ?? last) ? -1 : 1));
}

/** Everybody with what was paid and how, to sign for the invoice; of whom nothing was owed, nothing is said. */
const payers = (parts: PrintParts) =>
  inOrder(parts).map((each) => {
    const paid = parts.paid.get(each.candidate.candidateId);
    const said = { paid: paid ? yuanWords(paid.fen) : null, method: paid ? shortMethodWord(paid.method) : null };
    return { ...personOf(parts, each), ...said };
  });

function rooms(parts: PrintParts): PrintedRoom[] {
  const groups = new Map<string, Seated[]>();
  for (const each of parts.seated) {
    // papers that overlap share a slot, and a room's are one list
    const key = `${each.sitting.slot} ${each.sitting.roomId}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ first: group[0].sitting, group }] : []))
    .toSorted((one, other) => byRoom(one.first, other.first))
    .map(({ first, group }) => roomOf(parts, first, bySeat(group)));
}

const bySeat = (group: readonly Seated[]): Seated[] => group.toSorted((a, b) => a.sitting.seat - b.sitting.seat);

function roomOf(
  parts: PrintParts,
  { day, siteName, roomId, roomName }: Sitting,
  group: readonly Seated[],
): PrintedRoom {
  const planned = parts.rooms.get(roomId);
  const count = Math.max(planned?.seats ?? 0, ...group.map(({ sitting }) => sitting.seat));
  return {
    site: siteName,
    room: roomName,
    day: `${fullDayWords(day)} ${weekdayWord(day)}`,
    hours: [
      ...new Set(group.map(({ sitting: { startsAt, endsAt } }) => `${timeOfDay(startsAt)}—${timeOfDay(endsAt)}`)),
    ].join('、'),
    subjects: [
      ...new Set(
        group.map(
          ({ sitting: { offeringCode, subject } }) =>
            `${parts.offeringNames.get(offeringCode) ?? offeringCode} ${subjectWord(subject)}`,
        ),
      ),
    ],
    tickets: numberRuns(group.flatMap(({ ticketNumber }) => ticketNumber ?? [])),
    seats: group.map((each) => ({
      ...personOf(parts, each),
      seat: String(each.sitting.seat),
      subject: subjectWord(each.sitting.subject),
      photo: each.candidate.photoFileId,
    })),
    places: Array.from({ length: count }, (_, at) => String(at + 1)),
    perRow: planned?.perRow ?? PER_ROW,
  };
}

const personOf = (
  { offeringNames }: PrintParts,
  { candidate: { name, documentType, documentNumber, offeringCode }, ticketNumber }: Seated,
): PrintedPerson => ({
  name,
  ticketNumber,
  document: `${documentTypeWord(documentType)} ${maskNumber(documentNumber)}`,
  offering: offeringNames.get(offeringCode) ?? offeringCode,
});

const holderOf = (parts: PrintParts, each: Seated): PrintedHolder => ({
  ...personOf(parts, each),
  entrantNumber: parts.entrantNumbers.get(each.candidate.participantId) ?? null,
});

/** How many runs a door shows; more say nothing to somebody who looks for a number. */
const MOST_RUNS = 6;

/** Numbers that follow each other as `A 至 B`, in order; where there are too many to look through, the first and last. */
export function numberRuns(numbers: readonly string[]): string[] {
  const sorted = numbers.toSorted((a, b) => (a < b ? -1 : 1));
  const runs: { from: string; to: string }[] = [];
  for (const number of sorted) {
    const open = runs.at(-1);
    if (open && isNext(open.to, number)) open.to = number;
    else runs.push({ from: number, to: number });
  }
  const [first, last] = [runs.at(0), runs.at(-1)];
  if (runs.length > MOST_RUNS && first && last) return [`${first.from} 至 ${last.to} 之间（不连号，座位见座次表）`];
  return runs.map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`));
}

/** Whether a number follows another: the same but for the digits at its end, which count on by one. */
function isNext(before: string, after: string): boolean {
  const [, head = '', digits = ''] = /^(.*?)(\d{1,12})$/.exec(before) ?? [];
  return digits !== '' && after === head + String(Number(digits) + 1).padStart(digits.length, '0');
}
