import type { Feature } from '../../platform/http';
import { answerRecord } from './answer.record';
import { routes as answerRoutes } from './answer.routes';
import { changeOverJob } from './change-over.job';
import { routes as changeRoutes } from './change.routes';

export { CHANGE_OVER_JOB } from './change-over.job';

/** Moving or cancelling a published session, and what each candidate then wants: keep, transfer or leave. */
export const feature: Feature = {
  name: 'session-changes',
  records: [answerRecord],
  routes: [...changeRoutes, ...answerRoutes],
  jobs: [changeOverJob],
};
