import { examDayWords } from '@jikaotong/shared/words';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { type StoredFile, findFile } from '../../platform/files';
import type { Download, Outside } from '../../platform/http';
import { type Application, loadFrame } from '../applications';
import { admittedOf } from '../participants';
import { seatingNamesIn } from './seating.repository';
import { findTicket, sittingsOf } from './sitting.repository';
import { type TicketParts, picturedTicket, printedTicket } from './ticket.presenter';

export type PrintableTicket = { readonly parts: TicketParts; readonly photo: StoredFile | null };

/** The ticket that holds of an application, whatever the day; null where there is none or its photo is erased. */
export async function findPrintableTicket(
  h: Handle,
  crypto: Crypto,
  row: Application,
): Promise<PrintableTicket | null> {
  const ticket = await findTicket(h, row.participantId);
  const [candidate] = ticket ? await admittedOf(h, crypto, [row.participantId]) : [];
  if (!ticket || !candidate) return null;
  const sittings = await sittingsOf(h, [row.participantId]);
  const seatingName = (await seatingNamesIn(h, ticket.sessionId))(row.participantId);
  return withPhoto(h, {
    ticket,
    candidate,
    sittings,
    frame: await loadFrame(h, row),
    entrantNumber: null,
    place: null,
    seatingName,
  });
}

export async function withPhoto(h: Handle, parts: TicketParts): Promise<PrintableTicket> {
  const { photoFileId } = parts.candidate;
  if (photoFileId === null) return { parts, photo: null };
  const photo = await findFile(h, photoFileId);
  if (!photo) throw new Error(`the photo of ${parts.candidate.candidateId} is gone`);
  return { parts, photo };
}

/** The ticket as a file. */
export const renderTicket = async (
  { ports }: Pick<Outside, 'ports'>,
  { parts, photo }: PrintableTicket,
): Promise<Download> => ({
  bytes: await ports.pdf.renderTicket(printedTicket(parts, photo && (await ports.files.readCopy(photo)))),
  type: 'application/pdf',
  name: `${fileNameOf(parts)}.pdf`,
});

/** The ticket as a picture. */
export const drawTicket = async (
  { ports }: Pick<Outside, 'ports'>,
  { parts, photo }: PrintableTicket,
): Promise<Download> => ({
  bytes: await ports.pdf.drawCardPng(picturedTicket(parts, photo && (await ports.files.readCopy(photo)))),
  type: 'image/png',
  name: `${fileNameOf(parts)}.png`,
});

const fileNameOf = ({ frame, ticket }: TicketParts): string => `${examDayWords(frame.ofStage).ticket}-${ticket.number}`;
