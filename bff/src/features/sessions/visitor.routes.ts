import { notices as noticesContract, sessions as contract } from '@jikaotong/shared/contract';
import { DEFAULT_PAGE, type Route, lastSeen, pageOf, query, refuse } from '../../platform/http';
import { findNotice, listNoticeRows, loadNotice } from '../notices';
import { nearestOf } from './nearest';
import { offeringViewOf, presentSession } from './session.presenter';
import { findSession, listVisibleSessions } from './session.repository';

const listNotices = query(noticesContract.listNotices, async (c) => {
  const { cursor, limit = DEFAULT_PAGE, ...filter } = c.input.query;
  const rows = await listNoticeRows(c.h, filter, { after: lastSeen(cursor), limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.id]);
  const sessions = await listVisibleSessions(
    c.h,
    page.items.map((row) => row.id),
  );
  const items = await Promise.all(
    page.items.map(async (row) => {
      const { notice, version } = await loadNotice(c.h, row.id);
      return {
        id: row.id,
        kind: notice.kind,
        title: notice.title.value,
        bodyId: row.bodyId,
        bodyName: notice.body.name,
        year: notice.year,
        issuedOn: notice.issuedOn?.value ?? null,
        version,
        offerings: notice.offerings.map((offering) => offeringViewOf(notice, offering.code)),
        nearest: nearestOf(
          sessions.filter((session) => session.noticeId === row.id),
          c.now.day,
        ),
      };
    }),
  );
  return { items, next: page.next };
});

const getNotice = query(noticesContract.getNotice, async (c) => {
  const found = (await findNotice(c.h, c.input.params.id)) ?? refuse('not-found');
  const sessions = await listVisibleSessions(c.h, [found.noticeId]);
  return {
    notice: found.notice,
    version: found.version,
    publishedAt: found.publishedAt,
    sessions: await Promise.all(sessions.map((session) => presentSession(c.h, session, c.now.day))),
  };
});

const listSessions = query(contract.listSessions, async (c) => {
  const found = (await findNotice(c.h, c.input.params.id)) ?? refuse('not-found');
  const sessions = await listVisibleSessions(c.h, [found.noticeId]);
  return { items: await Promise.all(sessions.map((session) => presentSession(c.h, session, c.now.day))) };
});

const getSession = query(contract.getSession, async (c) => {
  const session = await findSession(c.h, c.input.params.id);
  if (!session || session.state === 'planned') return refuse('not-found');
  return presentSession(c.h, session, c.now.day);
});

export const routes: Route[] = [listNotices, getNotice, listSessions, getSession];
