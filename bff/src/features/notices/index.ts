import type { Feature } from '../../platform/http';
import { routes as calendarYearRoutes } from './calendar-year.routes';
import { importSeeds } from './import-seeds';
import { calendarYearRecord, noticeRecord, noticeVersionRecord } from './notice.record';
import { routes } from './notice.routes';

export { calendarYearCorrected } from './calendar-year.routes';
export { importSeeds } from './import-seeds';
export { type NoticeVersion, markOf } from './notice-version';
export type { NoticeRow } from './notice.record';
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
  records: [noticeRecord, noticeVersionRecord, calendarYearRecord],
  routes: [...routes, ...calendarYearRoutes],
  start: async (c) => {
    await importSeeds(c.h, c.now.ms);
  },
};
