import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { type Route, action, command, refuse } from '../../platform/http';
import { cancel, move } from './change-session';
import { reload } from './plan';
import { plannedSession } from './planned-session';
import { deletePlanned } from './session-change.repository';
import { presentStaffSession } from './session.presenter';

const moveSession = command(contract.moveSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    const { revision, reason, choiceUntil, places = null, assumptions, ...days } = c.input.body;
    const act = { revision, reason, choiceUntil, accountId: c.actor.accountId };
    await move(c, session, { ...act, days, places, assumptions });
    return { id: session.id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reload(c.h, id), c.now.day),
});

const cancelSession = command(contract.cancelSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    await cancel(c, session, { ...c.input.body, accountId: c.actor.accountId });
    return { id: session.id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reload(c.h, id), c.now.day),
});

const DONE = { done: true } as const;

const deleteSession = action(contract.deleteSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    if ((await deletePlanned(c.h, session.id)) === 0) refuse('wrong-state', { state: session.state });
    c.audit('session-deleted', { sessionId: session.id, bodyId: session.bodyId }, { examStart: session.examStart });
    return DONE;
  },
});

export const routes: Route[] = [moveSession, cancelSession, deleteSession];
