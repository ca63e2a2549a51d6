import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { takeNumbers } from '../../platform/numbers';
import { tellAccount } from '../../platform/outbox';
import { findBody } from '../bodies';
import { offeringOf } from '@jikaotong/shared/notice';
import { entrantsAmong, loadContest, tellEntrants } from '../contests';
import { loadNoticeVersion } from '../notices';
import { type Admitted, admittedOf, report } from '../participants';
import type { Session } from '../sessions';
import { rosterNumbersOf } from '../stages';
import { sittersOf } from './sitters';
import type { Ticket } from './sitting.record';
import { revokeTicket } from './lift-seats.repository';
import { findTicket, insertTickets } from './sitting.repository';
import { bySeries, judgePattern, judgeTicketDay, numberOf } from './ticket.policy';
import { ticketIssued } from './ticket-issued';
import { signTicket } from './ticket-token';
import { planUnitNews } from './unit-news.job';

/**
 * Issues tickets to every seated candidate of a locked session who has none, and tells them. Refuses `too-early`,
 * `number-pattern-wrong`, `numbers-exhausted`; paid candidates without a seat are left out.
 */
export async function issueToSeated(ctx: Context, session: Session): Promise<void> {
  refuseWhen(judgeTicketDay(session.windows, ctx.now.day));
  const body = await findBody(ctx.h, session.bodyId);
  if (!body) throw new Error(`body ${session.bodyId} is gone`);
  refuseWhen(judgePattern(body.ticketNumberPattern));
  const paid = await sittersOf(ctx.h, session);
  const waiting = paid.filter(({ seated, ticketIssuedAt }) => seated && ticketIssuedAt === null).map(({ id }) => id);
  if (waiting.length === 0) return;
  const admitted = await admittedOf(ctx.h, ctx.ports.crypto, waiting);
  const candidates = session.kind === 'stage' ? await withPhotoOrListed(ctx, admitted) : admitted;
  const tickets = await numbered(ctx, { session, pattern: body.ticketNumberPattern, candidates });
  await insertNumbered(ctx.h, tickets);
  const issued = session.kind === 'stage' ? candidates.map(({ participantId }) => participantId) : waiting;
  if (issued.length === 0) return;
  await report(ctx.h, issued, { ticketIssuedAt: ctx.now.ms });
  ctx.audit('tickets-issued', { sessionId: session.id, bodyId: body.id }, { tickets: tickets.length });
  if (session.kind === 'stage') {
    await planUnitNews(ctx, session.id, issued);
    return tellStageTickets(ctx, session, candidates);
  }
  const data = { examOn: session.examStart };
  for (const { accountId, candidateId } of candidates)
    await tellAccount(ctx, { accountId, candidateId, code: 'ticket-issued', data });
  for (const { candidateId } of candidates) await ctx.emit(ticketIssued({ applicationId: candidateId }));
}

/** A list from elsewhere brings no photo: who came by it is known by the identity card. Anybody else waits for a photo. */
async function withPhotoOrListed(ctx: Context, admitted: readonly Admitted[]): Promise<readonly Admitted[]> {
  const without = admitted.filter(({ photoFileId }) => photoFileId === null).map(({ candidateId }) => candidateId);
  const entrants = await entrantsAmong(ctx.h, without);
  return admitted.filter(
    ({ photoFileId, candidateId }) => photoFileId !== null || entrants.get(candidateId)?.isListed === true,
  );
}

/** Entrants hear of their tickets by the page of their entry. */
async function tellStageTickets(ctx: Context, session: Session, candidates: readonly Admitted[]): Promise<void> {
  const ids = candidates.map(({ candidateId }) => candidateId);
  const about = { stage: session.name, day: session.examStart };
  const contest = await loadContest(ctx, session.noticeId);
  const people = [...(await entrantsAmong(ctx.h, ids)).values()];
  const roster = await rosterNumbersOf(
    ctx.h,
    candidates.map(({ participantId }) => participantId),
  );
  const numbers = new Map(candidates.map((one) => [one.candidateId, roster.get(one.participantId)]));
  const dataOf = ({ id }: { readonly id: string }) => {
    const number = numbers.get(id);
    return number === undefined ? about : { ...about, number };
  };
  await tellEntrants(ctx, contest, people, { code: 'contest-ticket-issued', dataOf, toAgents: null });
}

/**
 * A ticket shows what is not right any more: it is revoked, and one with a new number stands for it, for the same seats. Goes
 * under the lock of the session. Gives the new number, null where there is no ticket; refuses `number-pattern-wrong`,
 * `numbers-exhausted`.
 */
export async function reissueTicket(ctx: Context, session: Session, participantId: string): Promise<string | null> {
  const old = await findTicket(ctx.h, participantId);
  if (!old) return null;
  const body = await findBody(ctx.h, session.bodyId);
  if (!body) throw new Error(`body ${session.bodyId} is gone`);
  refuseWhen(judgePattern(body.ticketNumberPattern));
  await revokeTicket(ctx.h, old.id, ctx.now.ms);
  const candidates = await admittedOf(ctx.h, ctx.ports.crypto, [participantId]);
  const [ticket] = await numbered(ctx, { session, pattern: body.ticketNumberPattern, candidates });
  if (!ticket) throw new Error(`participant ${participantId} holds a ticket and is not approved`);
  await insertNumbered(ctx.h, [ticket]);
  await report(ctx.h, [participantId], { ticketIssuedAt: ctx.now.ms });
  const [applicationId] = candidates.map(({ candidateId }) => candidateId);
  ctx.audit('ticket-reissued', { sessionId: session.id, ...(applicationId !== undefined && { applicationId }) });
  return ticket.number;
}

/** An earlier pattern of the body may have given the same number out. */
const insertNumbered = (h: Context['h'], tickets: readonly Ticket[]): Promise<void> =>
  insertTickets(h, tickets).catch((error: unknown) => {
    if (isDuplicate(error, 'uq_ticket_number')) refuse('number-pattern-wrong', { reason: 'number-taken' });
    throw error;
  });

async function numbered(
  ctx: Context,
  given: { session: Session; pattern: string; candidates: readonly Admitted[] },
): Promise<Ticket[]> {
  const { session, pattern, candidates } = given;
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const wanted = candidates.map((of) => {
    const level = offeringOf(notice, of.offeringCode)?.level ?? null;
    return { of, places: { examOn: session.examStart, level, sessionNumber: session.number } };
  });
  const tickets: Ticket[] = [];
  for (const [series, group] of bySeries(pattern, wanted)) {
    const first = await takeNumbers(ctx.h, `ticket:${session.bodyId}:${series}`, group.length);
    for (const [position, { of, places }] of group.entries()) {
      const number = numberOf(pattern, places, first + position);
      if (typeof number !== 'string') return refuse(number.refused, number.data);
      tickets.push({
        id: newId(),
        bodyId: session.bodyId,
        sessionId: session.id,
        participantId: of.participantId,
        liveKey: of.participantId,
        number,
        ...signTicket(ctx.ports.crypto, { number, name: of.name, bodyId: session.bodyId, examOn: session.examStart }),
        issuedAt: ctx.now.ms,
        revokedAt: null,
        openedAt: null,
      });
    }
  }
  return tickets;
}
