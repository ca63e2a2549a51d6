import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { routes as calendarYearRoutes } from './calendar-year.routes';
import { importSeeds } from './import-seeds';
import { calendarYearRecord, noticeRecord, noticeVersionRecord } from './notice.record';
import { routes } from './notice.routes';
import { listNoticeRows } from './notice.repository';
import { posterRecord } from './poster.record';
import { ensurePoster } from './poster.repository';

export { calendarYearCorrected } from './calendar-year.routes';
export { importSeeds } from './import-seeds';
export { type NoticeVersion, markOf } from './notice-version';
export type { NoticeRow } from './notice.record';
export type { Poster } from './poster.record';
export { ensurePoster, findPoster, postersOf, setWithdrawn } from './poster.repository';
export { publishVersion } from './publish-version';
export { findNoticeRow, findRawTextOf, listVersions, runningMark } from './versions.repository';
export {
  findNotice,
  listNoticeRows,
  loadCalendar,
  loadNotice,
  loadNoticeVersion,
  lockNotice,
} from './notice.repository';

export const feature: Feature = {
  name: 'notices',
  bodyOf: { noticeId: bodyIn(noticeRecord) },
  records: [noticeRecord, noticeVersionRecord, calendarYearRecord, posterRecord],
  routes: [...routes, ...calendarYearRoutes],
  start: async (ctx) => {
    await importSeeds(ctx.h, ctx.now.ms);
    for (const { id } of await listNoticeRows(ctx.h)) await ensurePoster(ctx.h, id, ctx.now.ms);
  },
};
