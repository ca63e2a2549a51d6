import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { PLACE_ENDED_REASON } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { findContest, findContestStage } from '../contests';
import { participantsIn } from '../participants';
import { type DrawnPlace, freePlace, heldPlacesOf, lockDraw } from './draw.repository';
import { noteChange } from './make-draw';

/**
 * Whoever is out of a stage, or with the entry out of all, holds no place of its draw any more: it stays empty, and the public file
 * goes on without them. A place whose heat has begun stays as it was, for somebody may have been marked there.
 */
export async function endPlaces(
  ctx: Context,
  { entryId, stageId }: { readonly entryId: string; readonly stageId?: string },
): Promise<void> {
  const all = (await participantsIn(ctx.h, [entryId])).get(entryId) ?? [];
  const stages = all.flatMap(({ eventId }) => (stageId === undefined || stageId === eventId ? [eventId] : []));
  // before places are looked for, and in one order: a draw that is being made this moment is waited for
  for (const id of stages.toSorted()) await lockDraw(ctx.h, id);
  for (const place of await heldPlacesOf(ctx.h, entryId))
    if (stages.includes(place.eventId) && !hasBegun(place, ctx.now.ms)) await endPlace(ctx, place);
}

const hasBegun = ({ day, startsAt }: DrawnPlace, nowMs: number): boolean =>
  instantAt(localDate(day), timeOfDay(startsAt)) <= nowMs;

async function endPlace(ctx: Context, place: DrawnPlace): Promise<void> {
  const row = await findContestStage(ctx.h, place.eventId);
  const contest = row && (await findContest(ctx.h, row.noticeId));
  if (!row || !contest || !(await freePlace(ctx.h, place))) return;
  const { eventId, candidateId, pseudonym, position } = place;
  const step = { kind: 'withdrawn', candidateId, pseudonym, position, reason: PLACE_ENDED_REASON } as const;
  await noteChange(ctx, { contest, stage: row.stage, eventId }, { ...step, byAccountId: null });
}
