import { judging as contract } from '@jikaotong/shared/contract';
import type { Role, StagePart } from '@jikaotong/shared/contract';
import { type Actor, type Context, type Route, action, bodiesOf, command, query, refuse } from '../../platform/http';
import { listStaffOf } from '../accounts';
import { drawnPlaces, holdDrawKey } from '../draws';
import { type Stage, frozen, refuseCancelled, staffStage } from '../stages';
import { refuseUndrawn } from './change-places';
import { defineSheet } from './define-sheet';
import { presentHeat } from './heat.presenter';
import { presentJudging } from './judging.presenter';
import { judgeLinkPath } from './judge.repository';
import { findJudging, setKeyHolders, takeJudgingTurn } from './judging.repository';
import { KEY_HOLDERS, refuseUnlessHolder } from './key-holders';
import { lockMarks } from './lock';
import { noteFailure } from './note-failure';
import { seatJudge } from './seat-judge';

type Staff = Pick<Context, 'h' | 'ports' | 'now'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string; readonly part: StagePart } };
};

const stageFor = (ctx: Staff, roles: readonly Role[]): Promise<Stage> => staffStage(ctx, ctx.input.params.id, roles);

/** The judging of a part whose sheet is defined; refuses `wrong-state` before, once its marks are locked, and where the stage is not held. */
export async function openJudging(ctx: Staff, roles: readonly Role[]) {
  const stage = await stageFor(ctx, roles);
  refuseCancelled(stage);
  const judging = await findJudging(ctx.h, { stageId: stage.id, part: ctx.input.params.part });
  if (!judging || judging.version === 0) return refuse('wrong-state', { state: 'no-sheet' });
  if (judging.lockedAt !== null || !(await takeJudgingTurn(ctx.h, judging)))
    return refuse('wrong-state', { state: 'marks-locked' });
  return { stage, judging };
}

const get = query(contract.getJudging, async (ctx) =>
  presentJudging(ctx, await stageFor(ctx, contract.getJudging.who), ctx.input.params.part),
);

const heat = query(contract.getJudgedHeat, async (ctx) => {
  const stage = await stageFor(ctx, contract.getJudgedHeat.who);
  const judging = await findJudging(ctx.h, { stageId: stage.id, part: ctx.input.params.part });
  return judging ? presentHeat(ctx, judging, ctx.input.params.heat) : refuse('not-found');
});

const define = action(contract.defineMarkingSheet, {
  handle: async (ctx) => {
    const stage = await stageFor(ctx, contract.defineMarkingSheet.who);
    const { part } = ctx.input.params;
    await defineSheet(ctx, stage, { ...ctx.input.body, part, accountId: ctx.actor.accountId });
    return presentJudging(ctx, stage, part);
  },
});

const key = action(contract.holdMarkingKey, {
  handle: async (ctx) => {
    const { stage, judging } = await openJudging(ctx, contract.holdMarkingKey.who);
    const { first, second } = ctx.input.body;
    // a pair that stands is not put aside by somebody else
    const isAdministrator = bodiesOf(ctx.actor, ['administrator']).includes(stage.event.bodyId);
    if (judging.keyHolders.length > 0 && !isAdministrator) refuseUnlessHolder(judging, ctx.actor.accountId);
    const staff = await listStaffOf(ctx.h, stage.event.bodyId);
    const may = (accountId: string) =>
      staff.some(
        (one) =>
          one.accountId === accountId &&
          one.state === 'active' &&
          one.roles.some((role) => KEY_HOLDERS.some((known) => known === role)),
      );
    if (first === second || !may(first) || !may(second)) refuse('key-holders-wrong');
    await holdDrawKey(ctx.h, stage.id, [first, second]);
    await setKeyHolders(ctx.h, stage.id, [first, second]);
    ctx.audit('marking-key-held', { stageId: stage.id, noticeId: stage.notice.id }, { part: judging.part });
    return presentJudging(ctx, stage, judging.part);
  },
});

const assign = command(contract.assignJudge, {
  handle: async (ctx) => {
    const { stage, judging } = await openJudging(ctx, contract.assignJudge.who);
    const places = await drawnPlaces(ctx.h, stage.id);
    if (places.size === 0) refuse('draw-missing');
    refuseUnlessHolder(judging, ctx.actor.accountId);
    refuseUndrawn([...places.values()], ctx.input.body);
    const { id, token } = await seatJudge(ctx, judging, { ...ctx.input.body, assignedBy: ctx.actor.accountId });
    ctx.audit('judge-assigned', { stageId: stage.id, noticeId: stage.notice.id }, { part: judging.part });
    return { id, once: judgeLinkPath(token) };
  },
  present: (_, judgeId, once) => Promise.resolve({ judgeId, linkPath: once ?? null }),
});

const failure = command(contract.noteFailure, {
  handle: async (ctx) => {
    const { stage, judging } = await openJudging(ctx, contract.noteFailure.who);
    await noteFailure(ctx, judging, {
      ...ctx.input.body,
      placeId: ctx.input.params.place,
      accountId: ctx.actor.accountId,
    });
    const { again, minutes } = ctx.input.body;
    ctx.audit('judging-failure-noted', { stageId: stage.id, noticeId: stage.notice.id }, { again, minutes });
    return { id: judging.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

const lock = command(contract.lockMarks, {
  handle: async (ctx) => {
    const stage = frozen(await stageFor(ctx, contract.lockMarks.who));
    const judging = await findJudging(ctx.h, { stageId: stage.id, part: ctx.input.params.part });
    if (!judging || judging.version === 0) return refuse('wrong-state', { state: 'no-sheet' });
    await lockMarks(ctx, { stage, judging, ...ctx.input.body, accountId: ctx.actor.accountId });
    return { id: judging.id };
  },
  present: async (ctx) => presentJudging(ctx, await stageFor(ctx, contract.lockMarks.who), ctx.input.params.part),
});

export const routes: Route[] = [get, heat, define, key, assign, failure, lock];
