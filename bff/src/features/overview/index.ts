import type { Feature } from '../../platform/http';
import { routes as demonstrationRoutes } from './demonstration.routes';
import { routes as failedJobRoutes } from './failed-jobs.routes';
import { jobs, routes as funnelRoutes } from './funnel.routes';
import { routes as searchRoutes } from './search.routes';
import { routes as selectionRoutes } from './selections.routes';
import { routes as sessionRoutes } from './session-counts.routes';
import { routes as yearRoutes } from './year.routes';

/** What is seen across the features: how far a session has come, work that failed, and the demonstration's clock. */
export const feature: Feature = {
  name: 'overview',
  records: [],
  routes: [
    ...demonstrationRoutes,
    ...sessionRoutes,
    ...funnelRoutes,
    ...failedJobRoutes,
    ...searchRoutes,
    ...selectionRoutes,
    ...yearRoutes,
  ],
  jobs,
};
