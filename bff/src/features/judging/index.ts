import { type Context, type Feature, refuse } from '../../platform/http';
import { heldHere } from './held';
import { routes as copyRoutes } from './copy-judging';
import { routes as judgeRoutes } from './judge.routes';
import { isMarked } from './judge-mark.repository';
import { closeUnbegun, holdJudgings, releaseKey } from './judging.repository';
import {
  judgeActRecord,
  judgeExceptionRecord,
  judgeMarkRecord,
  judgeRecord,
  judgingFailureRecord,
  judgingRecord,
  markingSheetRecord,
} from './judging.record';
import { routes as judgingRoutes } from './judging.routes';
import { routes as phoneRoutes } from './phone.routes';
import { routes as printRoutes } from './print-sheets';

export { forgetJudges, hasJudges } from './judge.repository';
export { unlockedParts } from './judging.repository';

/** No rank is published while judges are at it: refuses `judging-open`; where nobody had begun, nobody can any more, and names are free. */
export async function closeJudging(
  ctx: Context,
  { stageId, revision }: { readonly stageId: string; readonly revision: number },
): Promise<void> {
  if (!(await closeUnbegun(ctx.h, stageId, ctx.now.ms)) && revision === 1) refuse('judging-open');
  await releaseKey(ctx.h, stageId);
}

/**
 * A stage that a judge has marked is held, also where marks are not locked or wait for a decision; where none has, none can any
 * more, and names are free. Refuses `wrong-state`.
 */
export async function closeCancelled(
  ctx: Pick<Context, 'h' | 'now'>,
  { stageId }: { readonly stageId: string },
): Promise<void> {
  // first of all: it waits for a mark that is being taken
  await closeUnbegun(ctx.h, stageId, ctx.now.ms);
  if (await isMarked(ctx.h, stageId)) refuse('wrong-state', { state: 'stage-judged' });
  await releaseKey(ctx.h, stageId);
}

/** Nothing of a stage is moved once a judge has marked it, also where it waits for a decision. Refuses `wrong-state`. */
export async function refuseJudged(
  { h }: Pick<Context, 'h'>,
  { stageId }: { readonly stageId: string },
): Promise<void> {
  await holdJudgings(h, stageId);
  if (await isMarked(h, stageId)) refuse('wrong-state', { state: 'stage-begun' });
}

/** Marking sheets, judges with their phones, and the marks that become a stage's once two have locked them. */
export const feature: Feature = {
  name: 'judging',
  records: [
    judgingRecord,
    markingSheetRecord,
    judgeRecord,
    judgeExceptionRecord,
    judgeMarkRecord,
    judgeActRecord,
    judgingFailureRecord,
  ],
  held: heldHere,
  routes: [...judgingRoutes, ...copyRoutes, ...judgeRoutes, ...phoneRoutes, ...printRoutes],
};
