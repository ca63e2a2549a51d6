import { timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { findFiles } from '../../platform/files';
import { type Context, refuse } from '../../platform/http';
import type { PrintPhotos, TicketPdf } from '../../platform/pdf';
import { findBody } from '../bodies';
import type { DrawnPlace } from '../draws';
import { paidBy } from '../orders';
import type { Admitted } from '../participants';
import { type Session, listSites, offeringNamesOf } from '../sessions';
import { rosterNumbersOf } from '../stages';
import type { PrintParts } from './print.presenter';
import { seatingNamesIn } from './seating.repository';
import type { Sitting, Ticket } from './sitting.record';
import { sittingsOf } from './sitting.repository';
import { ticketFramesOf } from './ticket-frames';
import { type TicketParts, printedTicket } from './ticket.presenter';

type Found = {
  readonly candidates: readonly Admitted[];
  readonly tickets: ReadonlyMap<string, Ticket>;
};
type OfExamDay = Found & {
  readonly ofStage: boolean;
  /** Heats and stations of a stage that the reader may connect with names, by the candidate's id. */
  readonly places?: ReadonlyMap<string, DrawnPlace>;
};

/** Who holds a ticket, by its number, with all their sittings. Refuses `ticket-not-issued` where nobody has one yet. */
export async function everyTicket({ h }: Context, { candidates, tickets, ofStage, places }: OfExamDay) {
  const holders = candidates.flatMap((candidate) => {
    const ticket = tickets.get(candidate.participantId);
    return ticket ? [{ candidate, ticket }] : [];
  });
  if (holders.length === 0) refuse('ticket-not-issued', { of: 'print', ...(ofStage && { ofStage }) });
  const sittings = await sittingsOf(
    h,
    holders.map(({ ticket }) => ticket.participantId),
  );
  const [first] = holders;
  const eventId = first?.ticket.sessionId ?? '';
  const nameOf = await seatingNamesIn(h, eventId);
  const numbers = await rosterNumbersOf(
    h,
    holders.map(({ ticket }) => ticket.participantId),
  );
  const frameOf = await ticketFramesOf(
    h,
    eventId,
    holders.map(({ candidate }) => candidate),
  );
  const parts = holders
    .toSorted((a, b) => (a.ticket.number < b.ticket.number ? -1 : 1))
    .flatMap(({ candidate, ticket }): TicketParts[] => {
      const frame = frameOf(candidate.candidateId);
      const own = sittings.filter(({ participantId }) => participantId === ticket.participantId);
      if (!frame) return [];
      const entrantNumber = numbers.get(ticket.participantId) ?? null;
      const place = places?.get(candidate.candidateId) ?? null;
      const seatingName = nameOf(ticket.participantId);
      return [{ candidate, ticket, sittings: own, frame, entrantNumber, place, seatingName }];
    });
  return { parts, photos: await photosOf(h, candidates) };
}

/** The tickets as they are drawn; whose photo is gone is left out, as it is when printed alone; who never had one is not. */
export const printedTickets = (found: { readonly parts: readonly TicketParts[] }, photos: PrintPhotos): TicketPdf[] =>
  found.parts.flatMap((parts) => {
    const { photoFileId } = parts.candidate;
    if (photoFileId === null) return [printedTicket(parts, null)];
    const photo = photos.get(photoFileId);
    return photo ? [printedTicket(parts, photo)] : [];
  });

export async function seatedParts(
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
    ofStage: session.kind === 'stage',
    printedAt: `${fullDayWords(now.day)} ${timeAt(now.ms)}`,
    seated,
    paid:
      print === 'payers'
        ? await paidBy(
            h,
            candidates.map(({ candidateId }) => candidateId),
            session.id,
          )
        : new Map(),
    entrantNumbers: await rosterNumbersOf(
      h,
      seated.map(({ candidate }) => candidate.participantId),
    ),
    offeringNames: await offeringNamesOf(h, session.id),
    rooms: new Map((await listSites(h, session.id)).flatMap(({ rooms }) => rooms.map((room) => [room.id, room]))),
  };
  return { print, parts, photos: await photosOf(h, print === 'attendance' ? candidates : []) };
}

const photosOf = (h: Handle, candidates: readonly Admitted[]) =>
  findFiles(
    h,
    candidates.flatMap(({ photoFileId }) => photoFileId ?? []),
  );
