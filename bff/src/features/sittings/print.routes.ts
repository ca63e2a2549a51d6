import { MOST_PRINTED, prints as contract } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords, printWord } from '@jikaotong/shared/words';
import { type Files, type StoredFile, findFiles } from '../../platform/files';
import type { Handle } from '../../platform/db';
import { type Context, type Route, download, refuse } from '../../platform/http';
import type { PrintPhotos, TicketPdf } from '../../platform/pdf';
import { findApplications, loadFrames } from '../applications';
import { findBody } from '../bodies';
import { type Admitted, admittedOf } from '../participants';
import { type Session, listSites, offeringNamesOf } from '../sessions';
import { type PrintParts, presentPrint } from './print.presenter';
import type { Sitting, Ticket } from './sitting.record';
import { countSeatsAt, seatsAt, sittingsOf, ticketsOf } from './sitting.repository';
import { staffSession } from './staff-session';
import { type TicketParts, printedTicket } from './ticket.presenter';

/** Pixels in height: 280 an inch on a list, where a portrait is 13.5 mm high, and 200 on a ticket. */
const SMALL_PHOTO = 150;
const TICKET_PHOTO = 500;
/** Photos opened at once; each takes a few MB until it is small. */
const AT_ONCE = 4;

const printSeats = download(contract.printSeats, {
  find: async (ctx) => {
    const session = await staffSession(ctx, contract.printSeats.who);
    const { print } = ctx.input.params;
    const { room: roomId, ...when } = ctx.input.query;
    const wanted = { sessionId: session.id, ...when, ...(roomId !== undefined && { roomId }) };
    const seats = await countSeatsAt(ctx.h, wanted);
    if (seats === 0) refuse('nothing-to-print');
    if (seats > MOST_PRINTED) refuse('too-many-to-print', { seats, most: MOST_PRINTED });
    ctx.audit('seats-printed', { sessionId: session.id }, { print, seats });
    const sittings = await seatsAt(ctx.h, wanted);
    const ids = [...new Set(sittings.map(({ participantId }) => participantId))];
    const found = {
      name: session.name,
      candidates: await admittedOf(ctx.h, ctx.ports.crypto, ids),
      tickets: new Map((await ticketsOf(ctx.h, ids)).map((one) => [one.participantId, one])),
    };
    return print === 'tickets'
      ? { print, name: session.name, ...(await everyTicket(ctx, found)) }
      : { name: session.name, ...(await seatedParts(ctx, session, { print, sittings, ...found })) };
  },
  render: async ({ ports: { pdf, files } }, found) => {
    const title = `${printWord(found.print)}-${found.name}`;
    const drawn =
      found.print === 'tickets'
        ? await pdf.renderTicketBatch(
            title,
            printedTickets(found, await smallPhotos(files, found.photos, TICKET_PHOTO)),
          )
        : await pdf.renderPrint(presentPrint(found.parts), await smallPhotos(files, found.photos, SMALL_PHOTO));
    if (!drawn.ok) return refuse('too-many-requests', { retryInSeconds: 20 });
    return { bytes: drawn.value, type: 'application/pdf', name: `${title}.pdf` };
  },
});

type Found = {
  readonly candidates: readonly Admitted[];
  readonly tickets: ReadonlyMap<string, Ticket>;
};

/** Who holds a ticket, by its number, with all their sittings. Refuses `nothing-to-print` where nobody has one yet. */
async function everyTicket({ h }: Context, { candidates, tickets }: Found) {
  const holders = candidates.flatMap((candidate) => {
    const ticket = tickets.get(candidate.participantId);
    return ticket ? [{ candidate, ticket }] : [];
  });
  if (holders.length === 0) refuse('nothing-to-print');
  const sittings = await sittingsOf(
    h,
    holders.map(({ ticket }) => ticket.participantId),
  );
  const rows = await findApplications(
    h,
    holders.map(({ candidate }) => candidate.candidateId),
  );
  const applications = new Map(rows.map((row) => [row.id, row]));
  const frameOf = await loadFrames(h, rows);
  const parts = holders
    .toSorted((a, b) => (a.ticket.number < b.ticket.number ? -1 : 1))
    .flatMap(({ candidate, ticket }): TicketParts[] => {
      const row = applications.get(candidate.candidateId);
      const own = sittings.filter(({ participantId }) => participantId === ticket.participantId);
      return row ? [{ candidate, ticket, sittings: own, frame: frameOf(row) }] : [];
    });
  return { parts, photos: await photosOf(h, candidates) };
}

/** The tickets as they are drawn; whose photo is gone is left out, as it is when printed alone. */
const printedTickets = (found: { readonly parts: readonly TicketParts[] }, photos: PrintPhotos): TicketPdf[] =>
  found.parts.flatMap((parts) => {
    const photo = photos.get(parts.candidate.photoFileId);
    return photo ? [printedTicket(parts, photo)] : [];
  });

async function seatedParts(
  { h, now }: Context,
  session: Session,
  {
    print,
    sittings,
    candidates,
    tickets,
  }: Found & Pick<PrintParts, 'print'> & { readonly sittings: readonly Sitting[] },
) {
  const admitted = new Map(candidates.map((one) => [one.participantId, one]));
  const seated = sittings.flatMap((sitting) => {
    const candidate = admitted.get(sitting.participantId);
    // whoever had everything erased sits nowhere any more
    return candidate ? [{ sitting, candidate, ticketNumber: tickets.get(sitting.participantId)?.number ?? null }] : [];
  });
  const parts: PrintParts = {
    print,
    bodyName: (await findBody(h, session.bodyId))?.name ?? '',
    sessionName: session.name,
    printedAt: `${fullDayWords(now.day)} ${timeAt(now.ms)}`,
    seated,
    offeringNames: await offeringNamesOf(h, session.id),
    rooms: new Map((await listSites(h, session.id)).flatMap(({ rooms }) => rooms.map((room) => [room.id, room]))),
  };
  return { print, parts, photos: await photosOf(h, print === 'attendance' ? candidates : []) };
}

const photosOf = (h: Handle, candidates: readonly Admitted[]) =>
  findFiles(
    h,
    candidates.map(({ photoFileId }) => photoFileId),
  );

/** The portraits, small, by the ids of their files. */
async function smallPhotos(
  files: Files,
  photos: ReadonlyMap<string, StoredFile>,
  height: number,
): Promise<PrintPhotos> {
  const waiting = [...photos.values()];
  const small = new Map<string, Uint8Array>();
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) small.set(file.id, await files.readSmall(file, height));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return small;
}

export const routes: Route[] = [printSeats];
