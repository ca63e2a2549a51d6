import { sessionChanges as contract } from '@jikaotong/shared/contract';
import {
  type Actor,
  type Context,
  type Route,
  bodiesOf,
  command,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { findApplication } from '../applications';
import { reachOf } from '../participants';
import {
  type MovedDays,
  PLANNERS,
  enteredPaper,
  findSessionChange,
  findSessionIn,
  judgeChangeable,
  lockSession,
  planMove,
  plannedSession,
  presentStaffSession,
  reloadSession,
} from '../sessions';
import { addExamDay } from './add-exam-day';
import { answerChange } from './answer-change';
import { answersOf, refundsOf } from './change-answers.repository';
import { cancelSession, moveSession } from './change-session';
import { leavePaid, presentLeaving } from './leave-paid';
import { choiceOf, presentSessionChange } from './session-change.presenter';

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

const addDay = command(contract.addExamDay, {
  handle: async (ctx) => {
    const session = await plannedSession(ctx.h, ctx.actor, ctx.input.params.id);
    await addExamDay(ctx, session, ctx.input.body);
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

const answers = query(contract.getChangeAnswers, async (ctx) => {
  const { id, changeId } = ctx.input.params;
  const session =
    (await findSessionIn(ctx.h, bodiesOf(ctx.actor, contract.getChangeAnswers.who), id)) ?? refuse('not-found');
  const change = await findSessionChange(ctx.h, changeId);
  if (change?.sessionId !== session.id) refuse('not-found');
  return { ...(await answersOf(ctx.h, changeId)), refunds: await refundsOf(ctx.h, changeId) };
});

async function loadChanged({ h, actor }: Pick<Context, 'h'> & { readonly actor: Actor }, id: string) {
  const row = (await findApplication(h, id)) ?? refuse('not-found');
  const bodies = bodiesOf(actor, contract.answerForCandidate.who);
  return (await findSessionIn(h, bodies, row.sessionId)) ? row : refuse('not-found');
}

const ofCandidate = query(contract.getChangeOfCandidate, async (ctx) => {
  const row = await loadChanged(ctx, ctx.input.params.id);
  const { change } = await presentSessionChange(ctx, row, { toStaff: true });
  return { candidateName: row.name ?? '', bodyId: row.bodyId, change, ...(await choiceOf(ctx, row)) };
});

/** Noted for a candidate who said so by phone; the last day to choose is the candidate's own. */
const answerFor = command(contract.answerForCandidate, {
  handle: async (ctx) => {
    const row = await loadChanged(ctx, ctx.input.params.id);
    const { reason, ...answer } = ctx.input.body;
    const { late } = await choiceOf(ctx, row);
    await answerChange(ctx, row, answer, { late });
    ctx.audit('session-change-answered', { applicationId: row.id }, { choice: answer.choice, reason });
    return { id: row.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

const leaving = query(contract.getPaidLeaving, async (ctx) =>
  presentLeaving(ctx, await loadChanged(ctx, ctx.input.params.id)),
);

const letLeave = command(contract.leavePaid, {
  handle: async (ctx) => {
    const { id, sessionId } = await loadChanged(ctx, ctx.input.params.id);
    await lockSession(ctx.h, sessionId);
    // read again: seats are given under the same lock
    await leavePaid(ctx, await loadChanged(ctx, id), ctx.input.body);
    return { id };
  },
  present: async (ctx, id) => presentLeaving(ctx, await loadChanged(ctx, id)),
});

export const routes: Route[] = [preview, move, addDay, cancel, answers, ofCandidate, answerFor, leaving, letLeave];
