import { type LocalDate, weekdayOf } from '@jikaotong/shared/kernel';
import { type ExamDayWords, HEAT } from '@jikaotong/shared/words';
import type { Fonts } from './fonts';
import { drawPhoto } from './images';
import { GREY, INNER_WIDTH, LINE, PAGE, type PdfDocument, ensureRoom, heightOf, printPdf, write } from './pdf-document';
import { drawQr } from './qr';
import { drawRows, label, value } from './table';

export type TicketPdf = {
  words: ExamDayWords;
  /** Such as 2026年北京市社会化职业技能等级认定. */
  examName: string;
  bodyName: string;
  number: string;
  /** 参赛号; null where there is none. */
  entrantNumber: number | null;
  name: string;
  documentType: string;
  /** Masked. */
  documentNumber: string;
  occupation: string;
  /** Null where the offering has none. */
  workType: string | null;
  /** Null where the offering has none. */
  level: string | null;
  /** JPEG or PNG bytes, or what is said in its place. */
  photo: Uint8Array | string;
  /** Signed token, at most some 600 characters. */
  qr: string;
  sittings: readonly {
    subject: string;
    day: LocalDate;
    startsAt: string;
    endsAt: string;
    site: string;
    address: string;
    room: string;
    seat: string;
  }[];
  /** Where one starts in a competition, such as 第3场 5号工位; null where nobody has a place. */
  heat: { day: LocalDate; startsAt: string; endsAt: string; place: string } | null;
  /** Subjects whose time is announced later. */
  later: readonly string[];
  /** The candidate's notes, without numbers. */
  notes: readonly string[];
  bannedItems: readonly string[];
  /** Where to ask; null when the notice names nobody. */
  contact: string | null;
};

/** The admission ticket on one A4 page; long notes go on over a second. */
export const renderTicket = (fonts: Fonts, ticket: TicketPdf): Promise<Buffer> =>
  printPdf(fonts, `${ticket.words.ticket} ${ticket.number}`, (document) => drawTicket(document, ticket));

/** Many in one file, each on a page of its own. */
export const renderTickets = (fonts: Fonts, title: string, tickets: readonly TicketPdf[]): Promise<Buffer> =>
  printPdf(fonts, title, (document) => {
    for (const [index, ticket] of tickets.entries()) {
      if (index > 0) document.addPage();
      drawTicket(document, ticket);
    }
  });

function drawTicket(document: PdfDocument, ticket: TicketPdf): void {
  let y = write(document, ticket.examName, full(PAGE.top), { size: 15, align: 'center', color: GREY });
  y = write(document, ticket.words.ticket, full(y + 4), { size: 26, bold: true, align: 'center' });
  y = drawPerson(document, ticket, y + 14);
  y = drawSittings(document, ticket, y + 18);
  y = ensureRoom(document, y + 20, QR_SIZE + 50);
  drawProof(document, ticket.qr, y);
  const column = { x: PAGE.left, width: INNER_WIDTH - QR_SIZE - 36 };
  y = drawList(document, `${ticket.words.person}须知`, ticket.notes, column, y);
  if (ticket.bannedItems.length > 0)
    y = drawList(document, '禁止携带', [ticket.bannedItems.join('、')], column, y + 10);
  drawFoot(document, ticket, y);
}

const QR_SIZE = 124;
const WEEKDAYS = '一二三四五六日';

const dayOf = (day: LocalDate): string => `${day}\n星期${WEEKDAYS[weekdayOf(day) - 1]}`;

function drawPerson(document: PdfDocument, ticket: TicketPdf, top: number): number {
  const photoWidth = 126;
  const bottom = drawRows(
    document,
    [
      [label(ticket.words.ticketNumber, 2), value(ticket.number, 6)],
      ...(ticket.entrantNumber === null ? [] : [[label('参 赛 号', 2), value(String(ticket.entrantNumber), 6)]]),
      [label('姓　　名', 2), value(ticket.name, 6)],
      [label('证件类型', 2), value(ticket.documentType, 6)],
      [label('证件号码', 2), value(ticket.documentNumber, 6)],
      [label('职　　业', 2), value(ticket.occupation + (ticket.workType === null ? '' : `（${ticket.workType}）`), 6)],
      ...(ticket.level === null ? [] : [[label('等　　级', 2), value(ticket.level, 6)]]),
    ],
    { x: PAGE.left, width: INNER_WIDTH - photoWidth, minHeight: 29.4, size: 10.5 },
    top,
  );
  const frame = { x: PAGE.right - photoWidth, y: top, width: photoWidth, height: bottom - top };
  if (typeof ticket.photo === 'string') drawWords(document, ticket.photo, frame);
  else drawPhoto(document, ticket.photo, frame);
  return bottom;
}

/** What is said where a portrait would stand. */
function drawWords(
  document: PdfDocument,
  words: string,
  { x, y, width, height }: Parameters<typeof drawPhoto>[2],
): void {
  document.lineWidth(0.6).strokeColor(LINE).rect(x, y, width, height).stroke();
  const inner = { x: x + 8, width: width - 16 };
  write(
    document,
    words,
    { ...inner, y: y + (height - heightOf(document, words, inner.width)) / 2 },
    { align: 'center' },
  );
}

function drawSittings(document: PdfDocument, ticket: TicketPdf, top: number): number {
  const box = { x: PAGE.left, width: INNER_WIDTH, size: 9.5 };
  const head = [
    label(`${ticket.words.exam}科目`, 11),
    label('日期', 13),
    label('时间', 13),
    label('考点与地址', 32),
    label('考场', 11),
    label('座位', 8),
  ];
  const rows = ticket.sittings.map((sitting) => [
    value(sitting.subject, 11, 'center'),
    value(dayOf(sitting.day), 13, 'center'),
    value(`${sitting.startsAt}—${sitting.endsAt}`, 13, 'center'),
    value(`${sitting.site}\n${sitting.address}`, 32),
    value(sitting.room, 11, 'center'),
    value(sitting.seat, 8, 'center'),
  ]);
  const heat = ticket.heat && [
    value(HEAT, 11, 'center'),
    value(dayOf(ticket.heat.day), 13, 'center'),
    value(`${ticket.heat.startsAt}—${ticket.heat.endsAt}`, 13, 'center'),
    value(ticket.heat.place, 51),
  ];
  const later = ticket.later.map((subject) => [
    value(subject, 11, 'center'),
    value('时间另行通知', 26, 'center'),
    value(`定好后会通知您，${ticket.words.ticketNumber}不变`, 51),
  ]);
  return drawRows(document, [head, ...rows, ...(heat ? [heat] : []), ...later], box, top);
}

function drawList(
  document: PdfDocument,
  title: string,
  items: readonly string[],
  column: { x: number; width: number },
  top: number,
): number {
  let y = write(document, title, { ...column, y: ensureRoom(document, top, 60) }, { size: 12, bold: true }) + 4;
  for (const [index, item] of items.entries()) {
    const indent = items.length > 1 ? 18 : 0;
    const box = { x: column.x + indent, width: column.width - indent };
    y = ensureRoom(document, y, heightOf(document, item, box.width));
    if (indent > 0) write(document, `${index + 1}.`, { x: column.x, y, width: indent });
    y = write(document, item, { ...box, y }) + 2;
  }
  return y;
}

/** The signed code beside the notes, with the words that say what it is for. */
function drawProof(document: PdfDocument, qr: string, y: number): void {
  const x = PAGE.right - QR_SIZE;
  drawQr(document, qr, { x, y: y + 4, size: QR_SIZE });
  write(document, '扫码可离线核验本证', { x, y: y + QR_SIZE + 12, width: QR_SIZE }, { size: 9, align: 'center' });
}

function drawFoot(document: PdfDocument, ticket: TicketPdf, above: number): void {
  // At the bottom of the page when there is room: the ticket then looks the same for everybody.
  const y = Math.max(ensureRoom(document, above + 16, 30), PAGE.bottom - 30);
  document.lineWidth(0.6).strokeColor(LINE).moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke();
  if (ticket.contact !== null) write(document, `咨询电话：${ticket.contact}`, full(y + 9), { color: GREY });
  write(document, ticket.bodyName, full(y + 9), { align: 'right' });
}

const full = (y: number) => ({ x: PAGE.left, y, width: INNER_WIDTH });
