import { sittings as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import {
  type Actor,
  type Context,
  type Route,
  bodiesOf,
  command,
  download,
  publishedQuery,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { type Application, findHandedIn, findOwnApplication, loadFrame } from '../applications';
import { admittedOf } from '../participants';
import { findTicketByNumber, findRevokedTicket } from './lift-seats.repository';
import { findTicket, noteOpened, sittingsOf } from './sitting.repository';
import { judgeTicketDay } from './ticket.policy';
import { readTicket } from './ticket-token';
import { drawTicket, renderTicket, withPhoto } from './print-ticket';
import { seatingNamesIn } from './seating.repository';
import { type TicketParts, presentTicket } from './ticket.presenter';

/** One's own ticket; anybody else's does not exist. */
const ownTicket = async (ctx: Context & { readonly actor: Actor }, applicationId: string): Promise<TicketParts> =>
  ticketOf(ctx, (await findOwnApplication(ctx.h, ctx.actor.accountId, applicationId)) ?? refuse('not-found'));

/** To print for somebody without a phone, by staff of the body; who printed it, and when, is kept. */
async function ownOrStaffsTicket(
  ctx: Context & { readonly actor: Actor },
  applicationId: string,
): Promise<TicketParts> {
  const own = await findOwnApplication(ctx.h, ctx.actor.accountId, applicationId);
  if (own) return ticketOf(ctx, own);
  const bodyIds = bodiesOf(ctx.actor, ['reviewer', 'exam-officer', 'administrator']);
  const row = (await findHandedIn(ctx.h, bodyIds, applicationId)) ?? refuse('not-found');
  const parts = await ticketOf(ctx, row);
  ctx.audit('ticket-printed', { applicationId });
  return parts;
}

/** Refuses `too-early` before its day, then `ticket-not-issued`. */
async function ticketOf(ctx: Context, row: Application): Promise<TicketParts> {
  const ticket = await findTicket(ctx.h, row.participantId);
  const revoked = ticket ? null : await findRevokedTicket(ctx.h, row.participantId);
  if (revoked?.revokedAt) refuse('ticket-revoked', { number: revoked.number, revokedOn: dayAt(revoked.revokedAt) });
  const frame = await loadFrame(ctx.h, row);
  refuseWhen(judgeTicketDay(frame.windows, ctx.now.day));
  if (!ticket) return refuse('ticket-not-issued');
  const [candidate = refuse('data-erased')] = await admittedOf(ctx.h, ctx.ports.crypto, [row.participantId]);
  const seatingName = (await seatingNamesIn(ctx.h, ticket.sessionId))(row.participantId);
  return { ticket, candidate, sittings: await sittingsOf(ctx.h, [row.participantId]), frame, seatingName };
}

const getTicket = query(contract.getTicket, async (ctx) =>
  presentTicket(ctx.ports.files, await ownTicket(ctx, ctx.input.params.id)),
);

const openTicket = command(contract.openTicket, {
  handle: async (ctx) => {
    const { actor, input } = ctx;
    const row = (await findOwnApplication(ctx.h, actor.accountId, input.params.id)) ?? refuse('not-found');
    if (!(await findTicket(ctx.h, row.participantId))) refuse('ticket-not-issued');
    await noteOpened(ctx.h, row.participantId, ctx.now.ms);
    return { id: row.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

const downloadTicket = download(contract.downloadTicket, {
  find: async (ctx) => withPhoto(ctx.h, await ownOrStaffsTicket(ctx, ctx.input.params.id)),
  render: renderTicket,
});

const downloadTicketPicture = download(contract.downloadTicketPicture, {
  find: async (ctx) => withPhoto(ctx.h, await ownTicket(ctx, ctx.input.params.id)),
  render: drawTicket,
});

const getVerificationKeys = publishedQuery(contract.getVerificationKeys, async (ctx) => ({
  keys: Object.fromEntries(
    Object.entries(ctx.ports.crypto.tokens.publicKeys).map(([id, raw]) => [
      id,
      Buffer.from(raw, 'base64url').toString('hex'),
    ]),
  ),
}));

/** The signature says that it was issued, the record whether it still holds; the token itself must be the one issued. */
const verifyTicket = query(contract.verifyTicket, async (ctx) => {
  const { token } = ctx.input.query;
  const claims = readTicket(ctx.ports.crypto, token) ?? refuse('token-invalid');
  const ticket = await findTicketByNumber(ctx.h, claims.bodyId, claims.number);
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

export const routes: Route[] = [
  getTicket,
  openTicket,
  downloadTicket,
  downloadTicketPicture,
  getVerificationKeys,
  verifyTicket,
];
