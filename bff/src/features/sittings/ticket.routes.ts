import { sittings as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { findFile } from '../../platform/files';
import {
  type Actor,
  type Context,
  type Route,
  bodiesOf,
  download,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { type Application, findHandedIn, findOwnApplication, loadFrame } from '../applications';
import { admittedOf } from '../participants';
import { findTicketByNumber, findRevokedTicket } from './lift-seats.repository';
import { findTicket, sittingsOf } from './sitting.repository';
import { judgeTicketDay } from './ticket.policy';
import { readTicket } from './ticket-token';
import { type TicketParts, presentTicket, printedTicket } from './ticket.presenter';

/** One's own ticket; anybody else's does not exist. */
const ownTicket = async (c: Context & { readonly actor: Actor }, applicationId: string): Promise<TicketParts> =>
  ticketOf(c, (await findOwnApplication(c.h, c.actor.accountId, applicationId)) ?? refuse('not-found'));

/** To print for somebody without a phone, by staff of the body; who printed it, and when, is kept. */
async function ownOrStaffsTicket(c: Context & { readonly actor: Actor }, applicationId: string): Promise<TicketParts> {
  const own = await findOwnApplication(c.h, c.actor.accountId, applicationId);
  if (own) return ticketOf(c, own);
  const bodyIds = bodiesOf(c.actor, ['reviewer', 'exam-officer', 'administrator']);
  const row = (await findHandedIn(c.h, bodyIds, applicationId)) ?? refuse('not-found');
  const parts = await ticketOf(c, row);
  c.audit('ticket-printed', { applicationId });
  return parts;
}

/** Refuses `too-early` before its day, then `ticket-not-issued`. */
async function ticketOf(c: Context, row: Application): Promise<TicketParts> {
  const ticket = await findTicket(c.h, row.participantId);
  const revoked = ticket ? null : await findRevokedTicket(c.h, row.participantId);
  if (revoked?.revokedAt) refuse('ticket-revoked', { number: revoked.number, revokedOn: dayAt(revoked.revokedAt) });
  const frame = await loadFrame(c.h, row);
  refuseWhen(judgeTicketDay(frame.windows, c.now.day));
  if (!ticket) return refuse('ticket-not-issued');
  const [candidate = refuse('ticket-not-issued')] = await admittedOf(c.h, c.ports.crypto, [row.participantId]);
  return { ticket, candidate, sittings: await sittingsOf(c.h, [row.participantId]), frame };
}

const getTicket = query(contract.getTicket, async (c) =>
  presentTicket(c.ports.files, await ownTicket(c, c.input.params.id)),
);

const downloadTicket = download(contract.downloadTicket, {
  find: async (c) => {
    const parts = await ownOrStaffsTicket(c, c.input.params.id);
    const photo = await findFile(c.h, parts.candidate.photoFileId);
    if (!photo) throw new Error(`the photo of ${parts.candidate.candidateId} is gone`);
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

/** The signature says that it was issued, the record whether it still holds; the token itself must be the one issued. */
const verifyTicket = query(contract.verifyTicket, async (c) => {
  const { token } = c.input.query;
  const claims = readTicket(c.ports.crypto, token) ?? refuse('token-invalid');
  const ticket = await findTicketByNumber(c.h, claims.bodyId, claims.number);
  if (ticket?.token !== token) return refuse('not-found');
  const { number, revokedAt } = ticket;
  const revokedOn = revokedAt === null ? null : dayAt(revokedAt);
  return {
    number,
    state: revokedAt === null ? ('issued' as const) : ('revoked' as const),
    examOn: claims.examOn,
    revokedOn,
  };
});

export const routes: Route[] = [getTicket, downloadTicket, getVerificationKeys, verifyTicket];
