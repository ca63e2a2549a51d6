import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, command, query, refuse, refuseWhen } from '../../platform/http';
import { reachOf } from '../participants';
import {
  type MovedDays,
  PLANNERS,
  enteredPaper,
  findSessionIn,
  judgeChangeable,
  planMove,
  plannedSession,
  presentStaffSession,
  reloadSession,
} from '../sessions';
import { cancelSession, moveSession } from './change-session';

const preview = query(contract.previewSessionChange, async (ctx) => {
  const session =
    (await findSessionIn(ctx.h, bodiesOf(ctx.actor, PLANNERS), ctx.input.params.id)) ?? refuse('not-found');
  refuseWhen(judgeChangeable(session));
  const { examStart, examEnd, ...others } = ctx.input.query;
  const days: MovedDays | null =
    examStart === undefined ? null : { examStart, examEnd: examEnd ?? examStart, ...others };
  const planned = days && (await planMove(ctx.h, session, days, ctx.now.day));
  return {
    revision: session.revision,
    reach: await reachOf(ctx.h, session.id),
    before: [...session.windows],
    move: planned && {
      windows: [...planned.windows],
      warnings: planned.warnings.map(({ code, data }) => ({ code, data: { ...data } })),
      assumptions: planned.assumptions.map(({ path, reason, before }) => ({
        path,
        reason,
        before: before && { sessionName: before.sessionName, at: before.confirmedAt },
      })),
      papers: planned.papers.map(enteredPaper),
    },
  };
});

const move = command(contract.moveSession, {
  handle: async (ctx) => {
    const session = await plannedSession(ctx.h, ctx.actor, ctx.input.params.id);
    const { revision, reason, choiceUntil, places = null, assumptions, ...days } = ctx.input.body;
    const act = { revision, reason, choiceUntil, accountId: ctx.actor.accountId };
    await moveSession(ctx, session, { ...act, days, places, assumptions });
    return { id: session.id };
  },
  present: async (ctx, id) => presentStaffSession(ctx.h, await reloadSession(ctx.h, id), ctx.now.day),
});

const cancel = command(contract.cancelSession, {
  handle: async (ctx) => {
    const session = await plannedSession(ctx.h, ctx.actor, ctx.input.params.id);
    await cancelSession(ctx, session, { ...ctx.input.body, accountId: ctx.actor.accountId });
    return { id: session.id };
  },
  present: async (ctx, id) => presentStaffSession(ctx.h, await reloadSession(ctx.h, id), ctx.now.day),
});

export const routes: Route[] = [preview, move, cancel];
