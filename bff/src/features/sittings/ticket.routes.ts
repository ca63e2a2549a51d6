import { sittings as contract } from '@jikaotong/shared/contract';
import { findFile } from '../../platform/files';
import { type Actor, type Context, type Route, download, query, refuse, refuseWhen } from '../../platform/http';
import { candidateOf, findOwnApplication, loadFrame } from '../applications';
import { findTicket, sittingsOf } from './sitting.repository';
import { judgeTicketDay } from './ticket.policy';
import { type TicketParts, presentTicket, printedTicket } from './ticket.presenter';

/** One's own ticket; anybody else's does not exist. Refuses `too-early` before its day, then `ticket-not-issued`. */
async function ownTicket(c: Context & { readonly actor: Actor }, applicationId: string): Promise<TicketParts> {
  const row = (await findOwnApplication(c.h, c.actor.accountId, applicationId)) ?? refuse('not-found');
  const frame = await loadFrame(c.h, row);
  refuseWhen(judgeTicketDay(frame.windows, c.now.day));
  const ticket = (await findTicket(c.h, row.id)) ?? refuse('ticket-not-issued');
  const candidate = (await candidateOf(c.h, c.ports.crypto, row.id)) ?? refuse('ticket-not-issued');
  return { ticket, candidate, sittings: await sittingsOf(c.h, [row.id]), frame };
}

const getTicket = query(contract.getTicket, async (c) =>
  presentTicket(c.ports.files, await ownTicket(c, c.input.params.id)),
);

const downloadTicket = download(contract.downloadTicket, {
  find: async (c) => {
    const parts = await ownTicket(c, c.input.params.id);
    const photo = await findFile(c.h, parts.candidate.photoFileId);
    if (!photo) throw new Error(`the photo of ${parts.ticket.applicationId} is gone`);
    return { parts, photo };
  },
  render: async (o, { parts, photo }) => ({
    bytes: await o.ports.pdf.renderTicket(printedTicket(parts, await o.ports.files.read(photo))),
    type: 'application/pdf',
    name: `准考证-${parts.ticket.number}.pdf`,
  }),
});

const getVerificationKeys = query(contract.getVerificationKeys, async (c) => ({
  keys: Object.fromEntries(
    Object.entries(c.ports.crypto.tokens.publicKeys).map(([id, raw]) => [
      id,
      Buffer.from(raw, 'base64url').toString('hex'),
    ]),
  ),
}));

export const routes: Route[] = [getTicket, downloadTicket, getVerificationKeys];
