import { MOST_PRINTED, prints as contract } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords, printWord } from '@jikaotong/shared/words';
import { type Files, type StoredFile, findFiles } from '../../platform/files';
import { type Route, download, refuse } from '../../platform/http';
import type { PrintPhotos } from '../../platform/pdf';
import { findBody } from '../bodies';
import { admittedOf } from '../participants';
import { listSites, offeringNamesOf } from '../sessions';
import { type PrintParts, presentPrint } from './print.presenter';
import { countSeatsAt, seatsAt, ticketsOf } from './sitting.repository';
import { staffSession } from './staff-session';

/** A portrait is printed 13.5 mm high: 280 pixels an inch. */
const PHOTO_HEIGHT = 150;
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
    const sittings = await seatsAt(ctx.h, wanted);
    const ids = [...new Set(sittings.map(({ participantId }) => participantId))];
    const candidates = new Map((await admittedOf(ctx.h, ctx.ports.crypto, ids)).map((one) => [one.participantId, one]));
    const tickets = new Map((await ticketsOf(ctx.h, ids)).map((one) => [one.participantId, one.number]));
    const seated = sittings.flatMap((sitting) => {
      const candidate = candidates.get(sitting.participantId);
      // whoever had everything erased sits nowhere any more
      return candidate ? [{ sitting, candidate, ticketNumber: tickets.get(sitting.participantId) ?? null }] : [];
    });
    const photoIds = print === 'attendance' ? seated.map(({ candidate }) => candidate.photoFileId) : [];
    const parts: PrintParts = {
      print,
      bodyName: (await findBody(ctx.h, session.bodyId))?.name ?? '',
      sessionName: session.name,
      printedAt: `${fullDayWords(ctx.now.day)} ${timeAt(ctx.now.ms)}`,
      seated,
      offeringNames: await offeringNamesOf(ctx.h, session.id),
      places: new Map(
        (await listSites(ctx.h, session.id)).flatMap(({ rooms }) => rooms.map((room) => [room.id, room.seats])),
      ),
    };
    ctx.audit('seats-printed', { sessionId: session.id }, { print, seats });
    return { parts, photos: await findFiles(ctx.h, [...new Set(photoIds)]) };
  },
  render: async ({ ports }, { parts, photos }) => {
    const drawn = await ports.pdf.renderPrint(presentPrint(parts), await smallPhotos(ports.files, photos));
    if (!drawn.ok) refuse('too-many-requests', { retryInSeconds: 20 });
    return {
      bytes: drawn.value,
      type: 'application/pdf',
      name: `${printWord(parts.print)}-${parts.sessionName}.pdf`,
    };
  },
});

/** The portraits, small, by the ids of their files. */
async function smallPhotos(files: Files, photos: ReadonlyMap<string, StoredFile>): Promise<PrintPhotos> {
  const waiting = [...photos.values()];
  const small = new Map<string, Uint8Array>();
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop())
      small.set(file.id, await files.readSmall(file, PHOTO_HEIGHT));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return small;
}

export const routes: Route[] = [printSeats];
