import { type ReplyOf, ROLES, overview as contract } from '@jikaotong/shared/contract';
import { type Route, bodiesOf, query } from '../../platform/http';
import { listSessionsIn } from '../sessions';
import { staffExamDay } from '../sittings';
import { capacityIn } from './seat-capacity';
import { contestDutiesIn } from './contest-duties';
import { byDueDay } from './duties.policy';
import { countsOf } from './session-counts';

/** Older sessions are over: whoever looks for something there opens them. */
const LATEST_SESSIONS = 30;

const getSessionCounts = query(contract.getSessionCounts, async (ctx) =>
  countsOf(ctx.h, await staffExamDay(ctx, contract.getSessionCounts.who), ctx.now.day),
);

const listDuties = query(contract.listDuties, async (ctx) => {
  const page = { before: null, limit: LATEST_SESSIONS + 1 };
  const sessions = await listSessionsIn(ctx.h, bodiesOf(ctx.actor, ROLES), page);
  const items: ReplyOf<typeof contract.listDuties>['items'] = [];
  for (const session of sessions.slice(0, LATEST_SESSIONS)) {
    const { duties } = await countsOf(ctx.h, session, ctx.now.day);
    items.push(...duties.map((duty) => ({ ...duty, sessionName: session.name, bodyId: session.bodyId })));
  }
  const { items: ofContests, contests } = await contestDutiesIn(ctx, bodiesOf(ctx.actor, ROLES));
  return { items: [...items, ...ofContests].toSorted(byDueDay), isCut: sessions.length > LATEST_SESSIONS, contests };
});

const getSeatCapacity = query(contract.getSeatCapacity, async (ctx) =>
  capacityIn(ctx.h, await staffExamDay(ctx, contract.getSeatCapacity.who)),
);

export const routes: Route[] = [getSessionCounts, listDuties, getSeatCapacity];
