import { MOST_PRINTED, prints as contract } from '@jikaotong/shared/contract';
import { printWord } from '@jikaotong/shared/words';
import { smallPictures } from '../../platform/files';
import { type Route, download, drawnBytes, refuse } from '../../platform/http';
import { admittedOf } from '../participants';
import { drawnPlacesFor } from '../draws';
import { everyTicket, seatedParts } from './print-parts';
import { presentPrint } from './print.presenter';
import { countSeatsAt, seatsAt, ticketsOf } from './sitting.repository';
import { staffExamDay } from './staff-session';
import { renderTicketsOf } from './ticket-batch';

/** Pixels in height: 280 an inch on a list, where a portrait is 13.5 mm high. */
const SMALL_PHOTO = 150;

const printSeats = download(contract.printSeats, {
  find: async (ctx) => {
    const session = await staffExamDay(ctx, contract.printSeats.who);
    const { print } = ctx.input.params;
    const { room: roomId, ...when } = ctx.input.query;
    const wanted = { sessionId: session.id, ...when, ...(roomId !== undefined && { roomId }) };
    const seats = await countSeatsAt(ctx.h, wanted);
    if (seats === 0) refuse('nothing-to-print');
    if (seats > MOST_PRINTED) refuse('too-many-to-print', { seats, most: MOST_PRINTED });
    ctx.audit('seats-printed', { sessionId: session.id }, { print, seats });
    const sittings = await seatsAt(ctx.h, wanted);
    const ids = [...new Set(sittings.map(({ participantId }) => participantId))];
    const ofStage = session.kind === 'stage';
    const found = {
      name: session.name,
      candidates: await admittedOf(ctx.h, ctx.ports.crypto, ids),
      tickets: new Map((await ticketsOf(ctx.h, ids)).map((one) => [one.participantId, one])),
    };
    return print === 'tickets'
      ? {
          print,
          ofStage,
          name: session.name,
          ...(await everyTicket(ctx, {
            ...found,
            ofStage,
            places: await drawnPlacesFor(ctx.h, session.id, ctx.actor.accountId),
          })),
        }
      : { ofStage, name: session.name, ...(await seatedParts(ctx, session, { print, sittings, ...found })) };
  },
  render: async (outside, found) => {
    const title = `${printWord(found.print, found.ofStage)}-${found.name}`;
    const file = { type: 'application/pdf', name: `${title}.pdf` };
    if (found.print === 'tickets') return { ...file, bytes: await renderTicketsOf(outside, title, found) };
    const { pdf, files } = outside.ports;
    const drawn = await pdf.renderPrint(
      presentPrint(found.parts),
      await smallPictures(files, found.photos.values(), SMALL_PHOTO),
    );
    return { ...file, bytes: drawnBytes(drawn) };
  },
});

export const routes: Route[] = [printSeats];
