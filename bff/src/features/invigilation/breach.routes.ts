import { breaches as contract } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, command, refuse } from '../../platform/http';
import { entrantsIn, frozenStage, noteStanding } from '../stages';
import { doorBreachDismissed } from './breach-events';
import { dismissAct, findActIn, referAct } from './door-act.repository';

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

/** Of an entrant the stage deals with it: disqualified, for somebody else to confirm. Who is already is followed up as well. */
const disqualify = command(contract.disqualifyAtDoor, {
  handle: async (ctx) => {
    const { who } = contract.disqualifyAtDoor;
    const act = await findActIn(ctx.h, bodiesOf(ctx.actor, who), ctx.input.params.id);
    if (act?.kind !== 'breach' && act?.kind !== 'impostor') return refuse('not-found');
    const { id, sessionId, participantId } = act;
    const stage = await frozenStage(ctx, sessionId, who);
    const entrant = (await entrantsIn(ctx.h, stage.id)).find((one) => one.participantId === participantId);
    if (participantId === null || !entrant) return refuse('wrong-state', { state: 'of-nobody' });
    const { accountId } = ctx.actor;
    const by = { breachId: null, penaltyBy: accountId, penaltyAt: ctx.now.ms };
    if (!(await referAct(ctx.h, { id, participantId }, by))) refuse('wrong-state', { state: 'decided' });
    if (entrant.standing !== 'disqualified') {
      const said = { entrant, standing: 'disqualified', ...ctx.input.body, accountId, source: 'door' } as const;
      await noteStanding(ctx, stage, said);
    }
    ctx.audit('breach-decided', { sessionId }, { drops: false });
    return { id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

export const routes: Route[] = [dismiss, disqualify];
