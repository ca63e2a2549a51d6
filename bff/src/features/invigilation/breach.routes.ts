import { breaches as contract } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, command, refuse } from '../../platform/http';
import { doorBreachDismissed } from './breach-events';
import { dismissAct, findActIn } from './door-act.repository';

/** An officer says that nothing follows; what does, conduct decides by two. */
const dismiss = command(contract.dismissDoorBreach, {
  handle: async (ctx) => {
    const act = await findActIn(ctx.h, bodiesOf(ctx.actor, contract.dismissDoorBreach.who), ctx.input.params.id);
    if (act?.kind !== 'breach' && act?.kind !== 'impostor') return refuse('not-found');
    const { id, sessionId, participantId } = act;
    if (participantId === null) return refuse('wrong-state', { state: 'of-nobody' });
    const by = { penaltyBy: ctx.actor.accountId, penaltyAt: ctx.now.ms, reason: ctx.input.body.reason };
    if (!(await dismissAct(ctx, id, by))) refuse('wrong-state', { state: 'decided' });
    ctx.audit('breach-decided', { sessionId }, { drops: true });
    await ctx.emit(doorBreachDismissed({ sessionId, participantId, doorActId: id }));
    return { id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

export const routes: Route[] = [dismiss];
