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
import { type Participant, admittedOf } from '../participants';
import { drawnPlaceIn } from '../draws';
import { findExamDay } from '../sessions';
import { rosterNumbersOf } from '../stages';
import { findTicketByNumber, findRevokedTicket } from './lift-seats.repository';
import { ownPlace } from './own-place';
import { findTicket, noteOpened, sittingsOf } from './sitting.repository';
import { judgeTicketDay } from './ticket.policy';
import { readTicket } from './ticket-token';
import { drawTicket, renderTicket, withPhoto } from './print-ticket';
import { seatingNamesIn } from './seating.repository';
import { type TicketFrame, stageTicketFrame } from './ticket-frames';
import { type TicketParts, presentTicket } from './ticket.presenter';

/** One's own ticket, by one's application, or of a stage by one's place in it; anybody else's does not exist. */
async function ownTicket(ctx: Context & { readonly actor: Actor }, id: string): Promise<TicketParts> {
  const own = await findOwnApplication(ctx.h, ctx.actor.accountId, id);
  return own ? ticketOf(ctx, own) : stageTicketOf(ctx, await ownPlace(ctx, id));
}

/** Refuses `ticket-revoked` or `ticket-not-issued`. */
async function stageTicketOf(ctx: Context, { id: participantId }: Participant): Promise<TicketParts> {
  const ticket = await standingTicket(ctx, participantId, OF_STAGE);
  const examDay = ticket && (await findExamDay(ctx.h, ticket.sessionId));
  if (!ticket || !examDay) return refuse('ticket-not-issued', OF_STAGE);
  return partsOf(ctx, ticket, await stageTicketFrame(ctx.h, examDay));
}

/** Null where none was issued; refuses `ticket-revoked`. */
async function standingTicket(
  { h }: Pick<Context, 'h'>,
  participantId: string,
  of: Partial<typeof OF_STAGE> = {},
): Promise<TicketParts['ticket'] | null> {
  const ticket = await findTicket(h, participantId);
  const revoked = ticket ? null : await findRevokedTicket(h, participantId);
  if (revoked?.revokedAt)
    refuse('ticket-revoked', { number: revoked.number, revokedOn: dayAt(revoked.revokedAt), ...of });
  return ticket;
}

/** What a refusal says of a stage, for its words. */
const OF_STAGE = { ofStage: true } as const;

async function partsOf({ h, ports }: Context, ticket: TicketParts['ticket'], frame: TicketFrame): Promise<TicketParts> {
  const { participantId } = ticket;
  const [candidate = refuse('data-erased')] = await admittedOf(h, ports.crypto, [participantId]);
  const seatingName = (await seatingNamesIn(h, ticket.sessionId))(participantId);
  const entrantNumber = (await rosterNumbersOf(h, [participantId])).get(participantId) ?? null;
  const place = frame.ofStage ? await drawnPlaceIn(h, ticket.sessionId, candidate.candidateId) : null;
  const sittings = await sittingsOf(h, [participantId]);
  return { ticket, candidate, sittings, frame, entrantNumber, place, seatingName };
}

/** To print for somebody without a phone, by staff of the body; who printed it, and when, is kept. */
async function ownOrStaffsTicket(
  ctx: Context & { readonly actor: Actor },
  applicationId: string,
): Promise<TicketParts> {
  const own = await findOwnApplication(ctx.h, ctx.actor.accountId, applicationId);
  if (own) return ticketOf(ctx, own);
  const bodyIds = bodiesOf(ctx.actor, ['reviewer', 'exam-officer', 'administrator']);
  const row = await findHandedIn(ctx.h, bodyIds, applicationId);
  if (!row) return stageTicketOf(ctx, await ownPlace(ctx, applicationId));
  const parts = await ticketOf(ctx, row);
  ctx.audit('ticket-printed', { applicationId });
  return parts;
}

/** Refuses `too-early` before its day, then `ticket-not-issued`. */
async function ticketOf(ctx: Context, row: Application): Promise<TicketParts> {
  const ticket = await standingTicket(ctx, row.participantId);
  const frame = await loadFrame(ctx.h, row);
  refuseWhen(judgeTicketDay(frame.windows, ctx.now.day));
  return ticket ? partsOf(ctx, ticket, frame) : refuse('ticket-not-issued');
}

const getTicket = query(contract.getTicket, async (ctx) =>
  presentTicket(ctx.ports.files, await ownTicket(ctx, ctx.input.params.id)),
);

const openTicket = command(contract.openTicket, {
  handle: async (ctx) => {
    const { actor, input } = ctx;
    const own = await findOwnApplication(ctx.h, actor.accountId, input.params.id);
    const participantId = own?.participantId ?? (await ownPlace(ctx, input.params.id)).id;
    if (!(await findTicket(ctx.h, participantId))) refuse('ticket-not-issued');
    await noteOpened(ctx.h, participantId, ctx.now.ms);
    return { id: input.params.id };
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
    ...((await findExamDay(ctx.h, ticket.sessionId))?.kind === 'stage' && OF_STAGE),
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
