import { AssessmentView, notices as noticesContract, sessions as contract } from '@jikaotong/shared/contract';
import { offeringOf } from '@jikaotong/shared/notice';
import { assess, referenceDayOf } from '@jikaotong/shared/rules/eligibility';
import { DEFAULT_PAGE, type Route, action, lastSeen, pageOf, publishedQuery, refuse } from '../../platform/http';
import { findNotice } from '../notices';
import { listedNotices } from './notice-list';
import { facetsOf, namedFirst, narrowed, unknownWish } from './notice-list.policy';
import { openingsOn } from './openings';
import { presentSession, sessionState } from './session.presenter';
import { findSession, listVisibleSessions } from './session.repository';

const listNotices = publishedQuery(
  noticesContract.listNotices,
  async (ctx) => {
    const { cursor, limit = DEFAULT_PAGE, ...wishes } = ctx.input.query;
    const listed = await listedNotices(ctx.h, ctx.now.day, wishes.q !== undefined);
    const all = wishes.q === undefined ? listed : namedFirst(listed, wishes.q);
    const unknown = unknownWish(all, wishes);
    if (unknown !== null) refuse('invalid-input', { issues: [`query.${unknown}`] });
    const last = lastSeen(cursor);
    const seen = last === null ? -1 : all.findIndex(({ id }) => id === last);
    const rest = narrowed(all.slice(seen + 1), wishes).map((found) => {
      const { printed: _, ...notice } = found;
      return notice;
    });
    return { ...pageOf(rest, limit, ({ id }) => [id]), facets: facetsOf(all, wishes) };
  },
  { asked: ({ query: { q, cursor } }) => q === undefined && cursor === undefined },
);

const listOpenings = publishedQuery(noticesContract.listOpenings, async (ctx) => ({
  items: await openingsOn(ctx.h, ctx.now.day),
}));

const getNotice = publishedQuery(noticesContract.getNotice, async (ctx) => {
  const found = (await findNotice(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const sessions = await listVisibleSessions(ctx.h, [found.noticeId]);
  return {
    notice: found.notice,
    version: found.version,
    publishedAt: found.publishedAt,
    sessions: await Promise.all(sessions.map((session) => presentSession(ctx.h, session, ctx.now.day))),
  };
});

const listSessions = publishedQuery(contract.listSessions, async (ctx) => {
  const found = (await findNotice(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const sessions = await listVisibleSessions(ctx.h, [found.noticeId]);
  return { items: await Promise.all(sessions.map((session) => presentSession(ctx.h, session, ctx.now.day))) };
});

const getSession = publishedQuery(contract.getSession, async (ctx) => {
  const session = await findSession(ctx.h, ctx.input.params.id);
  if (!session || session.state === 'planned') return refuse('not-found');
  return presentSession(ctx.h, session, ctx.now.day);
});

/**
 * Writes nothing: what visitors answer about themselves is judged and forgotten. Where the notice counts up to the exam, by
 * that of the session in which one can apply today.
 */
const assessFacts = action(noticesContract.assessFacts, {
  handle: async (ctx) => {
    const { notice, noticeId } = (await findNotice(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
    const { offeringCode, facts } = ctx.input.body;
    if (!offeringOf(notice, offeringCode)) refuse('offering-unknown', { offeringCode });
    const { day } = ctx.now;
    const open = (await listVisibleSessions(ctx.h, [noticeId])).find(
      (session) => session.offeringCodes.includes(offeringCode) && sessionState(session, day) === 'applying',
    );
    const on = referenceDayOf(notice, { appliedOn: day, examStart: open?.examStart ?? null });
    return AssessmentView.parse(assess({ notice, offeringCode, facts, on }));
  },
});

export const routes: Route[] = [listNotices, listOpenings, getNotice, listSessions, getSession, assessFacts];
