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
import { changePlan, confirmPlan, createPlan, publishPlan, reload, setPlaces } from './plan';
import { PLANNERS, plannedSession } from './planned-session';
import { sessionPublished } from './session-events';
import { presentStaffSession } from './session.presenter';
import { deletePlanned, findSessionIn, listSessionsIn, lockSession } from './session.repository';

const listStaffSessions = query(contract.listStaffSessions, async (c) => {
  const { cursor, limit = DEFAULT_PAGE } = c.input.query;
  const page = { before: lastSeen(cursor), limit: limit + 1 };
  const sessions = await listSessionsIn(c.h, bodiesOf(c.actor, ROLES), page);
  const { items, next } = pageOf(sessions, limit, (session) => [session.id]);
  return { items: await Promise.all(items.map((session) => presentStaffSession(c.h, session, c.now.day))), next };
});

const getStaffSession = query(contract.getStaffSession, async (c) => {
  const session = await findSessionIn(c.h, bodiesOf(c.actor, ROLES), c.input.params.id);
  return session ? presentStaffSession(c.h, session, c.now.day) : refuse('not-found');
});

const createSession = command(contract.createSession, {
  handle: async (c) => {
    const { noticeId, ...given } = c.input.body;
    // locked: a version published at the same time must find this session, or be found by it
    await lockNotice(c.h, noticeId);
    const version = (await findNotice(c.h, noticeId)) ?? refuse('not-found');
    const bodyId = version.notice.body.id;
    if (!bodiesOf(c.actor, PLANNERS).includes(bodyId)) refuse('not-found');
    const plan = { ...given, paymentOpens: paymentOpensOf(version.notice, given) };
    const id = await createPlan(c.h, version, plan, c.now.ms);
    c.audit('session-planned', { sessionId: id, bodyId, noticeId }, { examStart: plan.examStart });
    return { id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reload(c.h, id), c.now.day),
});

const updateSession = action(contract.updateSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    const { paymentOpens, ...given } = c.input.body;
    const applicationOpens = given.applicationOpens ?? session.applicationOpens;
    const { notice } = await loadNoticeVersion(c.h, session.noticeVersionId);
    await changePlan(c.h, session, {
      ...given,
      ...(paymentOpens !== undefined && { paymentOpens: paymentOpensOf(notice, { applicationOpens, paymentOpens }) }),
    });
    c.audit('session-plan-changed', { sessionId: session.id }, { fields: Object.keys(c.input.body) });
    return presentStaffSession(c.h, await reload(c.h, session.id), c.now.day);
  },
});

const setSessionPlaces = action(contract.setSessionPlaces, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    await setPlaces(c.h, session, c.input.body);
    c.audit('session-places-set', { sessionId: session.id }, { sites: c.input.body.sites.length });
    return presentStaffSession(c.h, await reload(c.h, session.id), c.now.day);
  },
});

const confirmWindows = command(contract.confirmWindows, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    const { assumptions } = c.input.body;
    await confirmPlan(c.h, session, { assumptions, accountId: c.actor.accountId, nowMs: c.now.ms });
    c.audit('session-windows-confirmed', { sessionId: session.id }, { assumptions });
    return { id: session.id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reload(c.h, id), c.now.day),
});

const PUBLISHERS = ['publisher', 'exam-officer', 'administrator'] as const;

const publishSession = command(contract.publishSession, {
  handle: async (c) => {
    await lockSession(c.h, c.input.params.id);
    const bodies = bodiesOf(c.actor, PUBLISHERS);
    const session = (await findSessionIn(c.h, bodies, c.input.params.id)) ?? refuse('not-found');
    await publishPlan(c.h, session, c.now.ms);
    c.audit('session-published', { sessionId: session.id, bodyId: session.bodyId });
    await c.emit(sessionPublished({ sessionId: session.id }));
    return { id: session.id };
  },
  present: async (c, id) => presentStaffSession(c.h, await reload(c.h, id), c.now.day),
});

const DONE = { done: true } as const;

const deleteSession = action(changes.deleteSession, {
  handle: async (c) => {
    const session = await plannedSession(c.h, c.actor, c.input.params.id);
    if ((await deletePlanned(c.h, session.id)) === 0) refuse('wrong-state', { state: session.state });
    c.audit('session-deleted', { sessionId: session.id, bodyId: session.bodyId }, { examStart: session.examStart });
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
