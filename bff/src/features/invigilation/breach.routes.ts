import { breaches as contract } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, command, refuse } from '../../platform/http';
import { breachDecided } from './breach-events';
import { findActIn, penalise } from './door-act.repository';
import { noticeOf, tierOf } from './duty-list';

/** Staff decide, by what is printed; a breach that never counted is decided as a conflict first. */
const decideBreach = command(contract.decideBreach, {
  handle: async (ctx) => {
    const act = await findActIn(ctx.h, bodiesOf(ctx.actor, contract.decideBreach.who), ctx.input.params.id);
    if (act?.kind !== 'breach') return refuse('not-found');
    const { sessionId, participantId } = act;
    const { penalty, before, reason } = ctx.input.body;
    const { notice } = await noticeOf(ctx.h, sessionId);
    const printed = tierOf(notice, act.item)?.cancels ?? null;
    if (participantId === null || printed === null || (penalty !== 'none' && penalty !== printed))
      return refuse('wrong-state', { state: 'not-printed' });
    const by = { penalty, penaltyBy: ctx.actor.accountId, penaltyAt: ctx.now.ms, before, reason };
    if (!(await penalise(ctx, act.id, by))) refuse('wrong-state', { state: 'decided' });
    ctx.audit('breach-decided', { sessionId }, { penalty });
    await ctx.emit(breachDecided({ sessionId, participantId }));
    return { id: act.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

export const routes: Route[] = [decideBreach];
