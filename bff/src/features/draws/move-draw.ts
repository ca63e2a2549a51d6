import { type LocalDate, addDays, daysBetween, localDate } from '@jikaotong/shared/kernel';
import { STAGE_MOVED_REASON } from '@jikaotong/shared/words';
import { newId } from '../../platform/db';
import { type Actor, type Context, refuse } from '../../platform/http';
import { announceStage, findContest, findContestStage, stagesOf } from '../contests';
import { type DrawMove, type DrawPlan, drawMoveWords } from './draw.record';
import { lockDraw, moveDays, placesOf } from './draw.repository';
import { drawMoved, placesGiven } from './events';
import { type At, drawnDraw, tellPlaces } from './make-draw';

/**
 * Moves the heats of a stage to other days, with what is announced of it where it begins with them, and tells whoever holds a
 * place. Refuses what `moveStageDraw` declares.
 */
export async function moveDraw(
  ctx: Context & { readonly actor: Actor },
  at: At,
  { firstDay, reason }: { readonly firstDay: LocalDate; readonly reason: string },
): Promise<void> {
  const { plan } = await drawnDraw(ctx, at);
  const first = firstDayOf(plan);
  if (first === null) return refuse('draw-missing');
  const days = daysBetween(first, firstDay);
  if (firstDay < ctx.now.day) refuse('day-over');
  if (days === 0) refuse('nothing-changed');
  await ctx.emit(drawMoved({ stageId: at.eventId }));
  const { held, tell } = await shiftHeats(ctx, at, { plan, days, reason, byAccountId: ctx.actor.accountId });
  const announced = (await stagesOf(ctx.h, at.contest.notice.id)).find((one) => one.stage === at.stage);
  if (announced?.day === first) {
    const hours = announced.plan?.map((one) => ({ ...one, day: addDays(localDate(one.day), days) })) ?? null;
    await announceStage(ctx, at.contest, { ...announced, day: firstDay, plan: hours, heatsMoved: true });
    // with their stage everybody gets up
  } else await ctx.emit(placesGiven({ stageId: at.eventId, places: held }));
  await tell();
}

/**
 * A stage goes to other days: the heats that were drawn for it go along by as many, and whoever holds a place is told. Refuses
 * `day-over` where a heat would come to be before today.
 */
export async function followStage(
  ctx: Context,
  {
    stageId,
    from,
    to,
    heatsMoved,
    byAccountId,
  }: {
    readonly stageId: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly heatsMoved: boolean;
    readonly byAccountId: string;
  },
): Promise<void> {
  if (heatsMoved) return;
  const draw = await lockDraw(ctx.h, stageId);
  const first = draw?.plan && draw.drawnAt !== null ? firstDayOf(draw.plan) : null;
  if (!draw?.plan || first === null) return;
  const days = daysBetween(from, to);
  if (addDays(first, days) < ctx.now.day) refuse('day-over');
  const row = await findContestStage(ctx.h, stageId);
  const contest = row && (await findContest(ctx.h, row.noticeId));
  if (!row || !contest) return;
  const at = { contest, stage: row.stage, eventId: stageId };
  const { tell } = await shiftHeats(ctx, at, { plan: draw.plan, days, reason: STAGE_MOVED_REASON, byAccountId });
  await tell();
}

const firstDayOf = ({ blocks }: DrawPlan): LocalDate | null => (blocks[0] ? localDate(blocks[0].day) : null);

type Shift = {
  readonly plan: DrawPlan;
  readonly days: number;
  readonly reason: string;
  readonly byAccountId: string;
};

/** Every heat by so many days, with the reason, under the lock of the draw; what comes back tells whoever holds a place. */
async function shiftHeats(ctx: Context, at: At, { plan: before, days, reason, byAccountId }: Shift) {
  const moved = (day: string) => addDays(localDate(day), days);
  const [first] = before.blocks;
  if (!first) return refuse('draw-missing');
  const plan = { ...before, blocks: before.blocks.map((block) => ({ ...block, day: moved(block.day) })) };
  const places = await placesOf(ctx.h, at.eventId);
  const dayOf = new Map(places.map(({ heat, day }) => [heat, moved(day)]));
  const id = newId();
  const move: DrawMove = {
    id,
    eventId: at.eventId,
    fromDay: localDate(first.day),
    toDay: moved(first.day),
    reason: drawMoveWords.seal(ctx.ports.crypto, id, 'reason', reason),
    movedAt: ctx.now.ms,
    movedBy: byAccountId,
  };
  await moveDays(ctx.h, at.eventId, { plan, dayOf, move });
  const said = { stage: at.stage, kind: 'moved', from: move.fromDay, to: move.toDay };
  ctx.audit('stage-draw-changed', { noticeId: at.contest.notice.id }, said);
  const held = places.filter(({ state }) => state !== 'withdrawn').map((one) => ({ ...one, day: moved(one.day) }));
  return { held, tell: () => tellPlaces(ctx, at, held, reason) };
}
