import type { Feature } from '../../platform/http';
import { listNoticeRows } from '../notices';
import { entryRecord, posterRecord, registrationRecord, stageRecord } from './contest.record';
import { routes as entryRoutes } from './entry.routes';
import { ensurePoster } from './poster.repository';
import { routes as posterRoutes } from './poster.routes';
import { routes as registrationRoutes } from './registration.routes';
import { jobs as windowJobs } from './reminder.job';
import { routes as staffRoutes } from './staff.routes';
import { jobs as stageJobs } from './stage-reminder.job';

export { ensurePoster } from './poster.repository';

export { entersHere } from './entry-span';
export { countEntries, listLiveEntries, listOwnEntries, stagesOf } from './entry.repository';
export { listOwnRegistrations } from './registration.repository';

/** The public code of every notice, and entries of individuals to competitions. */
export const feature: Feature = {
  name: 'contests',
  records: [posterRecord, entryRecord, stageRecord, registrationRecord],
  routes: [...posterRoutes, ...entryRoutes, ...registrationRoutes, ...staffRoutes],
  jobs: [...windowJobs, ...stageJobs],
  start: async (c) => {
    for (const { id } of await listNoticeRows(c.h)) await ensurePoster(c.h, id, c.now.ms);
  },
};
