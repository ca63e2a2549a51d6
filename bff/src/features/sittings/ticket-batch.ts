import { smallPictures } from '../../platform/files';
import { type Context, type Outside, drawnBytes } from '../../platform/http';
import type { DrawnPlace } from '../draws';
import { admittedOf } from '../participants';
import { everyTicket, printedTickets } from './print-parts';
import { ticketsOf } from './sitting.repository';

/** Pixels in height: 200 an inch on a ticket. */
const TICKET_PHOTO = 500;

/** The tickets of these participants, in their order, of a stage with the heats and stations given. Refuses `ticket-not-issued` where nobody has one. */
export async function findTicketBatch(
  ctx: Context,
  participantIds: readonly string[],
  places?: ReadonlyMap<string, DrawnPlace>,
) {
  const tickets = new Map((await ticketsOf(ctx.h, participantIds)).map((one) => [one.participantId, one]));
  const candidates = await admittedOf(ctx.h, ctx.ports.crypto, participantIds);
  const found = await everyTicket(ctx, {
    candidates,
    tickets,
    ofStage: places !== undefined,
    ...(places && { places }),
  });
  const at = new Map(participantIds.map((id, position) => [id, position]));
  const placeOf = (id: string) => at.get(id) ?? participantIds.length;
  const parts = found.parts.toSorted((a, b) => placeOf(a.ticket.participantId) - placeOf(b.ticket.participantId));
  return { ...found, parts };
}

/** A file each in one ZIP, named by their order; refuses as `renderTicketsOf`. */
export async function zipTicketsOf(
  { ports: { pdf, files } }: Pick<Outside, 'ports'>,
  found: Awaited<ReturnType<typeof everyTicket>>,
): Promise<Uint8Array> {
  const photos = await smallPictures(files, found.photos.values(), TICKET_PHOTO);
  const drawn = await pdf.renderTicketFiles(
    printedTickets(found, photos).map((ticket, at) => ({
      name: `${String(at + 1).padStart(3, '0')}-${fileNameIn(ticket.name)}-${ticket.number}.pdf`,
      ticket,
    })),
  );
  return drawnBytes(drawn);
}

/** A name as every system takes it in a file's. */
const fileNameIn = (name: string): string => name.replaceAll(/[\\/:*?"<>|.\s]/gu, '');

/** All of them in one file; refuses `too-many-requests` while too many are asked for at once. */
export async function renderTicketsOf(
  { ports: { pdf, files } }: Pick<Outside, 'ports'>,
  title: string,
  found: Awaited<ReturnType<typeof everyTicket>>,
): Promise<Uint8Array> {
  const photos = await smallPictures(files, found.photos.values(), TICKET_PHOTO);
  const drawn = await pdf.renderTicketBatch(title, printedTickets(found, photos));
  return drawnBytes(drawn);
}
