import { sessionChanges as contract } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, command, query, refuse, refuseWhen } from '../../platform/http';
import { reachOf } from '../participants';
import {
  type MovedDays,
  PLANNERS,
  findSessionIn,
  judgeChangeable,
  planMove,
  plannedSession,
  presentStaffSession,
  reloadSession,
} from '../sessions';
import { cancelSession, moveSession } from './change-session';

const preview = query(contract.previewSessionChange, async (c) => {
  const session = (await findSessionIn(c.h, bodiesOf(c.actor, PLANNERS), c.input.params.id)) ?? refuse('not-found');
  refuseWhen(judgeChangeable(session));
  const { examStart, examEnd, ...others } = c.input.query;
  const days: MovedDays | null =
    examStart === undefined ? null : { examStart, examEnd: examEnd ?? examStart, ...others };
  const planned = days && (await planMove(c.h, session, days, c.now.day));
  return {
    revision: session.revision,
    reach: await reachOf(c.h, session.id),
    before: [...session.windows],
    move: planned && {
      windows: [...planned.windows],
      warnings: planned.warnings.map(({ code, data }) => ({ code, data: { ...data } })),
      assumptions: planned.assumptions.map(({ path, reason }) => ({ path, reason })),
      papers: planned.papers.map(({ offeringCode, subject, day, startsAt, endsAt, siteName }) => {
        return { offeringCode, subject, day, startsAt, endsAt, siteName };
      }),
    },
  };
});

const move = command(contract.moveSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    const { revision, reason, choiceUntil, places = null, assumptions, ...days } = c.input.body;
    const act = { revision, reason, choiceUntil, accountId: c.actor.accountId };
    await moveSession(c, session, { ...act, days, places, assumptions });
    return { id: session.id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reloadSession(c.h, id), c.now.day),
});

const cancel = command(contract.cancelSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    await cancelSession(c, session, { ...c.input.body, accountId: c.actor.accountId });
    return { id: session.id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reloadSession(c.h, id), c.now.day),
});

export const routes: Route[] = [preview, move, cancel];
