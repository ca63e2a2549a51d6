import type { Feature } from '../../platform/http';
import { entryRecord, registrationRecord, stageRecord } from './contest.record';
import { routes as entryRoutes } from './entry.routes';
import { routes as posterRoutes } from './poster.routes';
import { routes as registrationRoutes } from './registration.routes';
import { jobs as windowJobs } from './reminder.job';
import { routes as staffRoutes } from './staff.routes';
import { jobs as stageJobs } from './stage-reminder.job';

export { entersHere } from './entry-span';
export { countEntries, listLiveEntries, listOwnEntries, stagesOf } from './entry.repository';
export { listOwnRegistrations } from './registration.repository';

/** What stands behind a notice's public code, and entries of individuals to competitions. */
export const feature: Feature = {
  name: 'contests',
  records: [entryRecord, stageRecord, registrationRecord],
  routes: [...posterRoutes, ...entryRoutes, ...registrationRoutes, ...staffRoutes],
  jobs: [...windowJobs, ...stageJobs],
};
