import { notices as noticesContract, sessions as contract } from '@jikaotong/shared/contract';
import { DEFAULT_PAGE, type Route, lastSeen, pageOf, query, refuse } from '../../platform/http';
import { findNotice } from '../notices';
import { listedNotices } from './notice-list';
import { facetsOf, narrowed, unknownWish } from './notice-list.policy';
import { presentSession } from './session.presenter';
import { findSession, listVisibleSessions } from './session.repository';

const listNotices = query(noticesContract.listNotices, async (ctx) => {
  const { cursor, limit = DEFAULT_PAGE, ...wishes } = ctx.input.query;
  const all = await listedNotices(ctx.h, ctx.now.day, wishes.q !== undefined);
  const unknown = unknownWish(all, wishes);
  if (unknown !== null) refuse('invalid-input', { issues: [`query.${unknown}`] });
  const last = lastSeen(cursor);
  const seen = last === null ? -1 : all.findIndex(({ id }) => id === last);
  const rest = narrowed(all.slice(seen + 1), wishes).map((listed) => {
    const { printed: _, ...notice } = listed;
    return notice;
  });
  return { ...pageOf(rest, limit, ({ id }) => [id]), facets: facetsOf(all, wishes) };
});

const getNotice = query(noticesContract.getNotice, async (ctx) => {
  const found = (await findNotice(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const sessions = await listVisibleSessions(ctx.h, [found.noticeId]);
  return {
    notice: found.notice,
    version: found.version,
    publishedAt: found.publishedAt,
    sessions: await Promise.all(sessions.map((session) => presentSession(ctx.h, session, ctx.now.day))),
  };
});

const listSessions = query(contract.listSessions, async (ctx) => {
  const found = (await findNotice(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const sessions = await listVisibleSessions(ctx.h, [found.noticeId]);
  return { items: await Promise.all(sessions.map((session) => presentSession(ctx.h, session, ctx.now.day))) };
});

const getSession = query(contract.getSession, async (ctx) => {
  const session = await findSession(ctx.h, ctx.input.params.id);
  if (!session || session.state === 'planned') return refuse('not-found');
  return presentSession(ctx.h, session, ctx.now.day);
});

export const routes: Route[] = [listNotices, getNotice, listSessions, getSession];
