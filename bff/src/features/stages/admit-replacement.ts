import { newId } from '../../platform/db';
import { type Actor, type Context, refuse } from '../../platform/http';
import { entrantsAmong, tellEntrants, unitNews } from '../contests';
import { participantsIn } from '../participants';
import { insertAdmission } from './admission.repository';
import { findDesk, takeTurn } from './desk.repository';
import { entrantsIn, insertEntrants } from './entrant.repository';
import { nextRosterOf } from './free-places';
import { newEntrant } from './freeze-roster';
import { admit, nextStage } from './next-stage';
import { publishedOf } from './ranking-now';
import type { FrozenStage } from './stage';
import { admissionWords } from './stage.record';

/**
 * Somebody from below goes on in place of one who does not, by a decision of staff with its date and reason: the best of
 * those who have not advanced, as long as a place is free. Refuses `wrong-state` before publication and once the next stage is cancelled,
 * `next-stage-begun`, `not-next-in-line`.
 */
export async function admitReplacement(
  ctx: Context & { readonly actor: Actor },
  stage: FrozenStage,
  { number, reason }: { readonly number: number; readonly reason: string },
): Promise<void> {
  const published = await publishedOf(ctx.h, stage);
  const next = await nextStage(ctx.h, stage, ctx.now.day);
  if (!published || !next) return refuse('wrong-state', { state: 'not-published' });
  if (next.cancelled) refuse('wrong-state', { state: 'next-stage-cancelled' });
  if (next.begun) refuse('next-stage-begun');
  // of two who admit at once the second sees whom the first let in
  if (!(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
  const { free } = await nextRosterOf(ctx.h, published, next);
  const wanted = free.find(({ first }) => first.number === number)?.first;
  if (!wanted) return refuse('not-next-in-line');
  const [entrant] = (await entrantsIn(ctx.h, stage.id)).filter(({ id }) => id === wanted.entrantId);
  if (!entrant) throw new Error(`entrant ${wanted.entrantId} is gone`);
  await admit(ctx.h, [entrant], { eventId: next.eventId, now: ctx.now });
  const desk = await findDesk(ctx.h, next.eventId);
  if (desk) {
    // a mark there, or a cancellation, at this moment: what was asked above is asked once more
    if (!(await takeTurn(ctx.h, desk)) || (await nextStage(ctx.h, stage, ctx.now.day))?.begun)
      refuse('changed-meanwhile');
    await addToRoster(ctx, stage, { ...entrant, stageId: next.eventId });
  }
  const id = newId();
  await insertAdmission(ctx.h, {
    id,
    stageId: stage.id,
    entrantId: entrant.id,
    candidateId: entrant.candidateId,
    reason: admissionWords.seal(ctx.ports.crypto, id, 'reason', reason),
    decidedBy: ctx.actor.accountId,
    decidedAt: ctx.now.ms,
  });
  ctx.audit('stage-admitted', { stageId: stage.id, noticeId: stage.notice.id }, { stage: stage.code, number });
  const person = (await entrantsAmong(ctx.h, [entrant.candidateId])).get(entrant.candidateId);
  const data = { stage: stage.name, next: next.name, reason };
  await tellEntrants(ctx, stage, person ? [person] : [], {
    code: 'stage-admitted',
    dataOf: () => data,
    toAgents: unitNews('stage-admitted', { title: stage.notice.title.value, stage: next.name }),
  });
}

/** The roster of the next stage is frozen already: the newcomer comes behind all others. */
async function addToRoster(
  ctx: Context,
  { rule }: FrozenStage,
  { candidateId, stageId, rankingGroup }: { candidateId: string; stageId: string; rankingGroup: string | null },
): Promise<void> {
  const roster = await entrantsIn(ctx.h, stageId);
  // dismissed after it was frozen, and let in again: the number is the one of before
  if (roster.some((one) => one.candidateId === candidateId)) return;
  const last = roster.at(-1)?.number ?? 0;
  const there = (await participantsIn(ctx.h, [candidateId])).get(candidateId) ?? [];
  const id = there.find(({ eventId }) => eventId === stageId)?.id;
  if (id === undefined) throw new Error(`candidate ${candidateId} was not admitted`);
  await insertEntrants(ctx.h, [newEntrant({ id, candidateId, group: rankingGroup, stageId, number: last + 1, rule })]);
}
