import type { TicketView } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { laterPapersOf } from '@jikaotong/shared/rules/progress';
import {
  HEAT,
  NO_PHOTO,
  TICKET_TO_PRINT,
  documentTypeWord,
  examDayWords,
  fullDayWords,
  levelWord,
  phoneWords,
  placeWords,
  subjectWord,
} from '@jikaotong/shared/words';
import type { Files } from '../../platform/files';
import type { CardPicture, TicketPdf } from '../../platform/pdf';
import type { DrawnPlace } from '../draws';
import type { Admitted } from '../participants';
import { offeringViewOf } from '../sessions';
import type { Sitting, Ticket } from './sitting.record';
import type { TicketFrame } from './ticket-frames';

/** Everything a ticket shows. */
export type TicketParts = {
  readonly ticket: Ticket;
  readonly candidate: Admitted;
  readonly sittings: readonly Sitting[];
  readonly frame: TicketFrame;
  /** On the roster of the stage, by which its ranks are published; null while there is none, and in a session. */
  readonly entrantNumber: number | null;
  /** Heat and station in the stage; null before the draw, and for whoever may not connect them with the name. */
  readonly place: DrawnPlace | null;
  /** In the public file of the seating; null where there is none. */
  readonly seatingName: string | null;
};

/** A ticket for the screen; the number of the document masked, the photo behind a short link. */
export function presentTicket(files: Files, parts: TicketParts): TicketView {
  const { ticket, candidate, sittings, frame } = parts;
  const later = notYetAnnounced(parts);
  return {
    // an entrant has one for each stage: it goes by the place in the stage
    applicationId: frame.ofStage ? ticket.participantId : candidate.candidateId,
    ...(frame.ofStage && { ofStage: true as const }),
    number: ticket.number,
    ...(parts.entrantNumber !== null && { entrantNumber: parts.entrantNumber }),
    qr: ticket.token,
    name: candidate.name,
    documentType: candidate.documentType,
    documentNumberMasked: maskNumber(candidate.documentNumber),
    photoUrl: candidate.photoFileId && files.link(candidate.photoFileId),
    bodyName: frame.notice.body.name,
    offering: offeringViewOf(frame.notice, candidate.offeringCode),
    sittings: sittings.map(({ subject, day, startsAt, endsAt, siteName, address, roomName, seat }) => {
      return {
        subject,
        day,
        startsAt: timeOfDay(startsAt),
        endsAt: timeOfDay(endsAt),
        siteName,
        address,
        roomName,
        seat,
      };
    }),
    ...(parts.place && { heat: heatOf(parts.place) }),
    ...(later.length > 0 && { later: later.map(({ subject, source }) => ({ subject, source })) }),
    ...(ticket.openedAt === null && { isNew: true }),
    ...(parts.seatingName !== null && { seatingName: parts.seatingName }),
    notes: notesOf(frame),
  };
}

/** A ticket for the printer: the paper is the candidate's own, and is held beside the document, so its number is whole. */
export function printedTicket(parts: TicketParts, photo: Uint8Array | null): TicketPdf {
  const { ticket, candidate, sittings, frame } = parts;
  const { occupation, workType, level } = offeringViewOf(frame.notice, candidate.offeringCode);
  const words = examDayWords(frame.ofStage);
  return {
    words,
    examName: `${frame.ofStage ? '职业技能竞赛' : '职业技能等级认定'}（${frame.sessionName}）`,
    bodyName: frame.notice.body.name,
    number: ticket.number,
    entrantNumber: parts.entrantNumber,
    name: candidate.name,
    documentType: documentTypeWord(candidate.documentType),
    documentNumber: candidate.documentNumber,
    occupation,
    workType,
    level: level === null ? null : levelWord(level),
    photo: photo ?? NO_PHOTO,
    qr: ticket.token,
    sittings: sittings.map(({ subject, day, startsAt, endsAt, siteName, address, roomName, seat }) => {
      return {
        subject: subjectWord(subject),
        day,
        startsAt,
        endsAt,
        site: siteName,
        address,
        room: roomName,
        seat: String(seat),
      };
    }),
    heat: parts.place && { ...heatOf(parts.place), place: placeWords(parts.place) },
    later: notYetAnnounced(parts).map(({ subject }) => subjectWord(subject)),
    notes: [
      `请带本人有效的${documentTypeWord(candidate.documentType)}原件参加${words.exam}。`,
      ...notesOf(frame).map(({ text }) => text),
      ...(parts.seatingName === null ? [] : [`公开的排座文件里，您的代号是 ${parts.seatingName}。`]),
    ],
    bannedItems: [],
    contact: contactsOf(frame),
  };
}

/** The same as a picture for the album: what one needs at the door, the number of the document masked. */
export function picturedTicket(parts: TicketParts, photo: Uint8Array | null): CardPicture {
  const ticket = printedTicket(parts, photo);
  return {
    title: ticket.words.ticket,
    bodyName: ticket.bodyName,
    name: ticket.name,
    facts: [
      ticket.documentType,
      maskNumber(ticket.documentNumber),
      `${ticket.words.ticketNumber} ${ticket.number}`,
      ...(ticket.entrantNumber === null ? [] : [`参赛号 ${ticket.entrantNumber}`]),
      [ticket.occupation, ticket.workType, ticket.level].filter(Boolean).join(' '),
    ],
    photo: ticket.photo,
    rows: [
      ...ticket.sittings.map(({ subject, day, startsAt, endsAt, site, address, room, seat }) => ({
        label: subject,
        lines: [`${fullDayWords(day)} ${startsAt}–${endsAt}`, `${room} · 座位 ${seat}`, `${site} ${address}`],
      })),
      ...(ticket.heat
        ? [
            {
              label: HEAT,
              lines: [
                `${fullDayWords(ticket.heat.day)} ${ticket.heat.startsAt}–${ticket.heat.endsAt}`,
                ticket.heat.place,
              ],
            },
          ]
        : []),
      ...ticket.later.map((subject) => ({ label: subject, lines: ['时间另行通知'] })),
      { label: '请带好', lines: ticket.notes.slice(0, 1) },
    ],
    qr: ticket.qr,
    foot: '入场时出示，监考员扫码核验；时间地点以手机上最新的为准',
  };
}

const heatOf = ({ heat, station, paper, day, startsAt, endsAt }: DrawnPlace) => ({
  heat,
  station,
  paper,
  day,
  startsAt: timeOfDay(startsAt),
  endsAt: timeOfDay(endsAt),
});

/** The subjects whose time is announced later, and which nobody could be seated for yet. */
const notYetAnnounced = ({ candidate: { offeringCode }, sittings, frame }: TicketParts) =>
  laterPapersOf(frame.notice, offeringCode, []).filter(({ subject }) =>
    sittings.every((sitting) => sitting.subject !== subject),
  );

/** What the notice says about the exam day itself: to print and bring the ticket, its notes for the day, the invoice. */
const notesOf = ({ notice: { ticket, notes, fees } }: TicketFrame): TicketView['notes'] => [
  ...(ticket?.printAndBring.value ? [{ text: TICKET_TO_PRINT, source: ticket.printAndBring.source }] : []),
  ...notes.filter(({ onTicket }) => onTicket).map(({ text, source }) => ({ text, source })),
  ...(fees?.invoice ?? []).map(({ text, source }) => ({ text, source })),
];

/** Every number to ask at, with its extension. */
const contactsOf = ({ notice: { contacts } }: TicketFrame): string | null =>
  contacts
    .filter(({ purpose }) => purpose === 'consulting')
    .map(phoneWords)
    .join('、') || null;
