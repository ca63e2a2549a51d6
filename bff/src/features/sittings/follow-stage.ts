import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Context } from '../../platform/http';
import { entrantsAmong, loadContest, tellEntrants } from '../contests';
import { findParticipants, participantsIn, report } from '../participants';
import { findExamDay, lockExamDay, shiftStageDay } from '../sessions';
import { liftParticipant, liftSession } from './lift-seats';
import { findTicket, sittingsOf, ticketsIn } from './sitting.repository';
import { planUnitNews } from './unit-news.job';

/** Whoever is out of a competition gives seats and tickets back, in every stage, under the lock of each; their rows know it already. */
export async function liftEntrant(ctx: Context, { entryId }: { readonly entryId: string }): Promise<void> {
  const places = (await participantsIn(ctx.h, [entryId])).get(entryId) ?? [];
  for (const { id, eventId } of places.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1))) {
    if (!(await lockExamDay(ctx.h, eventId))) continue;
    await liftTold(ctx, { entryId, participantId: id, stageId: eventId });
  }
}

/** Seats and ticket of one go back; where there was a ticket, the agents of the unit hear. */
async function liftTold(
  ctx: Context,
  of: { readonly entryId: string; readonly participantId: string; readonly stageId: string },
): Promise<void> {
  const held = await findTicket(ctx.h, of.participantId);
  await liftParticipant(ctx, { id: of.entryId, participantId: of.participantId });
  if (held) await planUnitNews(ctx, of.stageId, [of.participantId]);
}

/** Whoever is out of one stage gives up seat and ticket of it. */
export async function liftPlace(
  ctx: Context,
  {
    stageId,
    participantId,
    entryId,
  }: { readonly stageId: string; readonly participantId: string; readonly entryId: string },
): Promise<void> {
  if (!(await lockExamDay(ctx.h, stageId))) return;
  await liftTold(ctx, { entryId, participantId, stageId });
  // whoever came already keeps the seat of that hour
  const seated = (await sittingsOf(ctx.h, [participantId])).length > 0;
  await report(ctx.h, [participantId], { seated, ticketIssuedAt: null });
}

/**
 * A stage goes to other days: its shifts go with it, and everybody gets up. That a ticket holds no more is told where only heats were
 * moved; else the news of the new day says it. Refuses `wrong-state` once somebody came.
 */
export async function moveStageDay(
  ctx: Context,
  {
    stageId,
    from,
    to,
    heatsMoved,
  }: {
    readonly stageId: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly heatsMoved: boolean;
  },
): Promise<void> {
  if (!(await lockExamDay(ctx.h, stageId))) return;
  const examDay = await findExamDay(ctx.h, stageId);
  if (!examDay) return;
  const held = await ticketsIn(ctx.h, stageId);
  await liftSession(ctx, { sessionId: stageId });
  await shiftStageDay(ctx.h, examDay, { from, to });
  const holderIds = held.map(({ participantId }) => participantId);
  await planUnitNews(ctx, stageId, holderIds);
  if (!heatsMoved) return;
  const holders = await findParticipants(ctx.h, holderIds);
  const entrants = await entrantsAmong(
    ctx.h,
    holders.map(({ candidateId }) => candidateId),
  );
  const data = { stage: examDay.name, day: to };
  const contest = await loadContest(ctx, examDay.noticeId);
  await tellEntrants(ctx, contest, [...entrants.values()], {
    code: 'contest-ticket-void',
    dataOf: () => data,
    toAgents: null,
  });
}

/** A stage is not held: everybody gets up, and tickets hold no more. Refuses `wrong-state` once somebody came. */
export async function liftStage(ctx: Context, { stageId }: { readonly stageId: string }): Promise<void> {
  if (!(await lockExamDay(ctx.h, stageId))) return;
  const held = await ticketsIn(ctx.h, stageId);
  await liftSession(ctx, { sessionId: stageId });
  const holderIds = held.map(({ participantId }) => participantId);
  await planUnitNews(ctx, stageId, holderIds);
}
