import { noticeVersions } from '@jikaotong/shared/contract';
import { type Route, DEFAULT_PAGE, lastSeen, pageOf, publishedQuery, refuse } from '../../platform/http';
import { findNotice, findNoticeRow, findRawTextOf, listVersions, loadNotice } from '../notices';
import { presentNoticeChanges } from './notice-change.presenter';

const list = publishedQuery(
  noticeVersions.listNoticeVersions,
  async (ctx) => {
    const { id } = ctx.input.params;
    if (!(await findNoticeRow(ctx.h, id))) refuse('not-found');
    const { cursor, limit = DEFAULT_PAGE } = ctx.input.query;
    const seen = lastSeen(cursor);
    const versions = await listVersions(ctx.h, id, {
      before: seen === null ? null : Number(seen) || 0,
      limit: limit + 1,
    });
    const page = pageOf(versions, limit, ({ version }) => [String(version)]);
    const items = [];
    for (const { version, notice, publishedAt } of page.items) {
      const before = version > 1 ? await findNotice(ctx.h, id, version - 1) : null;
      items.push({ version, publishedAt, changes: before ? presentNoticeChanges(before.notice, notice) : [] });
    }
    return { items, next: page.next };
  },
  { asked: ({ query: { cursor } }) => cursor === undefined },
);

const get = publishedQuery(noticeVersions.getNoticeVersion, async (ctx) => {
  const { id, version } = ctx.input.params;
  const found = (await findNotice(ctx.h, id, version)) ?? refuse('not-found');
  const running = await loadNotice(ctx.h, id);
  return {
    notice: found.notice,
    version: found.version,
    runningVersion: running.version,
    publishedAt: found.publishedAt,
    text: (await findRawTextOf(ctx.h, id, version)) ?? '',
    changesSince: presentNoticeChanges(found.notice, running.notice),
  };
});

export const routes: Route[] = [list, get];
