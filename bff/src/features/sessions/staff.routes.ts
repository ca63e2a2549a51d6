import { ROLES, sessionChanges as changes, sessions as contract } from '@jikaotong/shared/contract';
import { paymentOpensOf } from '@jikaotong/shared/rules/calendar';
import {
  DEFAULT_PAGE,
  type Route,
  action,
  bodiesOf,
  command,
  lastSeen,
  pageOf,
  query,
  refuse,
} from '../../platform/http';
import { findNotice, loadNoticeVersion, lockNotice } from '../notices';
import { findExamDayIn } from './exam-day.repository';
import { changeEvent, takeRevision } from './event.repository';
import { changePlan, confirmPlan, createPlan, publishPlan, reload, setPlaces } from './plan';
import { PLANNERS, plannedExamDay, plannedSession } from './planned-session';
import { laterPapersChanged, sessionPublished } from './session-events';
import { presentStaffSession } from './session.presenter';
import { deletePlanned, findSessionIn, listSessionsIn, lockSession } from './session.repository';

const listStaffSessions = query(contract.listStaffSessions, async (ctx) => {
  const { cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const page = { before: lastSeen(cursor), limit: limit + 1 };
  const sessions = await listSessionsIn(ctx.h, bodiesOf(ctx.actor, ROLES), page);
  const { items, next } = pageOf(sessions, limit, (session) => [session.id]);
  return { items: await Promise.all(items.map((session) => presentStaffSession(ctx.h, session, ctx.now.day))), next };
});

const getStaffSession = query(contract.getStaffSession, async (ctx) => {
  const session = await findExamDayIn(ctx.h, bodiesOf(ctx.actor, ROLES), ctx.input.params.id);
  return session ? presentStaffSession(ctx.h, session, ctx.now.day) : refuse('not-found');
});

const createSession = command(contract.createSession, {
  handle: async (ctx) => {
    const { noticeId, ...given } = ctx.input.body;
    // locked: a version published at the same time must find this session, or be found by it
    await lockNotice(ctx.h, noticeId);
    const version = (await findNotice(ctx.h, noticeId)) ?? refuse('not-found');
    const bodyId = version.notice.body.id;
    if (!bodiesOf(ctx.actor, PLANNERS).includes(bodyId)) refuse('not-found');
    const plan = { resultsWithin: null, ...given, paymentOpens: paymentOpensOf(version.notice, given) };
    const id = await createPlan(ctx.h, version, plan, ctx.now.ms);
    ctx.audit('session-planned', { sessionId: id, bodyId, noticeId }, { examStart: plan.examStart });
    return { id };
  },
  present: async (ctx, id) => presentStaffSession(ctx.h, await reload(ctx.h, id), ctx.now.day),
});

const updateSession = action(contract.updateSession, {
  handle: async (ctx) => {
    const session = await plannedSession(ctx.h, ctx.actor, ctx.input.params.id);
    const { paymentOpens, revision, ...given } = ctx.input.body;
    if (revision !== undefined && !(await takeRevision(ctx.h, session.id, revision))) refuse('changed-meanwhile');
    const applicationOpens = given.applicationOpens ?? session.applicationOpens;
    const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
    await changePlan(ctx.h, session, {
      ...given,
      ...(paymentOpens !== undefined && { paymentOpens: paymentOpensOf(notice, { applicationOpens, paymentOpens }) }),
    });
    ctx.audit(
      'session-plan-changed',
      { sessionId: session.id },
      { fields: Object.keys(ctx.input.body).filter((name) => name !== 'revision') },
    );
    return presentStaffSession(ctx.h, await reload(ctx.h, session.id), ctx.now.day);
  },
});

const setSessionPlaces = action(contract.setSessionPlaces, {
  handle: async (ctx) => {
    const session = await plannedExamDay(ctx.h, ctx.actor, ctx.input.params.id);
    const { revision, ...places } = ctx.input.body;
    if (revision !== undefined && !(await takeRevision(ctx.h, session.id, revision))) refuse('changed-meanwhile');
    await setPlaces(ctx.h, session, places, ctx.now.day);
    // sites alone may have changed
    await changeEvent(ctx.h, session.id, {});
    if (session.placesFrozen) await ctx.emit(laterPapersChanged({ sessionId: session.id }));
    ctx.audit('session-places-set', { sessionId: session.id }, { sites: ctx.input.body.sites.length });
    return presentStaffSession(ctx.h, await reload(ctx.h, session.id), ctx.now.day);
  },
});

const confirmWindows = command(contract.confirmWindows, {
  handle: async (ctx) => {
    const session = await plannedSession(ctx.h, ctx.actor, ctx.input.params.id);
    const { assumptions } = ctx.input.body;
    await confirmPlan(ctx.h, session, { assumptions, accountId: ctx.actor.accountId, nowMs: ctx.now.ms });
    ctx.audit('session-windows-confirmed', { sessionId: session.id }, { assumptions });
    return { id: session.id };
  },
  present: async (ctx, id) => presentStaffSession(ctx.h, await reload(ctx.h, id), ctx.now.day),
});

const PUBLISHERS = ['publisher', 'exam-officer', 'administrator'] as const;

const publishSession = command(contract.publishSession, {
  handle: async (ctx) => {
    await lockSession(ctx.h, ctx.input.params.id);
    const bodies = bodiesOf(ctx.actor, PUBLISHERS);
    const session = (await findSessionIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
    await publishPlan(ctx.h, session, ctx.now.ms);
    ctx.audit('session-published', { sessionId: session.id, bodyId: session.bodyId });
    await ctx.emit(sessionPublished({ sessionId: session.id }));
    return { id: session.id };
  },
  present: async (ctx, id) => presentStaffSession(ctx.h, await reload(ctx.h, id), ctx.now.day),
});

const DONE = { done: true } as const;

const deleteSession = action(changes.deleteSession, {
  handle: async (ctx) => {
    const session = await plannedSession(ctx.h, ctx.actor, ctx.input.params.id);
    if ((await deletePlanned(ctx.h, session.id)) === 0) refuse('wrong-state', { state: session.state });
    ctx.audit('session-deleted', { sessionId: session.id, bodyId: session.bodyId }, { examStart: session.examStart });
    return DONE;
  },
});

export const routes: Route[] = [
  listStaffSessions,
  getStaffSession,
  createSession,
  updateSession,
  setSessionPlaces,
  confirmWindows,
  publishSession,
  deleteSession,
];
