import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { tellAccount } from '../../platform/outbox';
import { findCandidates } from '../candidates';
import { findParticipants } from '../participants';
import { findExamDay } from '../sessions';
import { agentsOf, findUnit } from '../units';
import { ticketsOf } from './sitting.repository';
import { placesOfUnit } from './unit-places';

const NEWS_JOB = 'unit-stage-tickets';
/** What is done in so long is told at once: a seat is moved, an entry ends, one after the other. */
const GATHERED_MS = 10 * 60_000;

/** Tickets of these participants of a stage are out or changed: agents of the units that entered them hear, once for all. */
export async function planUnitNews(ctx: Context, eventId: string, participantIds: readonly string[]): Promise<void> {
  const participants = await findParticipants(ctx.h, participantIds);
  const candidates = await findCandidates(
    ctx.h,
    participants.flatMap(({ kind, candidateId }) => (kind === 'entry' ? [candidateId] : [])),
  );
  const nth = Math.floor(ctx.now.ms / GATHERED_MS) + 1;
  for (const unitId of new Set([...candidates.values()].flatMap(({ unitId: of }) => of ?? [])))
    await enqueue(ctx.h, {
      kind: NEWS_JOB,
      key: `${eventId}:${unitId}:${nth}`,
      dueMs: nth * GATHERED_MS,
      payload: { eventId, unitId },
    });
}

const tellNews = jobHandler(
  NEWS_JOB,
  z.object({ eventId: z.string(), unitId: z.string() }),
  (run, { eventId, unitId }) =>
    run.tx(async (ctx) => {
      const stage = await findExamDay(ctx.h, eventId);
      const unit = await findUnit(ctx.h, unitId);
      if (!stage || !unit) return;
      const places = (await placesOfUnit(ctx.h, { noticeId: stage.noticeId, unitId })).get(eventId) ?? [];
      const data = {
        unitName: unit.name,
        stage: stage.name,
        day: stage.examStart,
        people: places.length,
        tickets: (await ticketsOf(ctx.h, places)).length,
        ...(stage.state === 'cancelled' && { cancelled: 1 }),
      };
      for (const { accountId } of await agentsOf(ctx.h, unitId))
        await tellAccount(ctx, { accountId, bodyId: unit.bodyId, code: 'unit-stage-tickets', data });
    }),
);

export const jobs: readonly JobHandler[] = [tellNews];
