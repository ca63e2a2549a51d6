import type { Feature } from '../../platform/http';
import { answerRecord } from './answer.record';
import { routes as answerRoutes } from './answer.routes';
import { choiceOverJob } from './choice-over.job';
import { routes as changeRoutes } from './session-change.routes';
import { heldHere } from './held';

export { CHOICE_OVER_JOB } from './choice-over.job';

/** Moving or cancelling a published session, and what each candidate then wants: keep, transfer or leave. */
export const feature: Feature = {
  name: 'session-changes',
  records: [answerRecord],
  held: heldHere,
  routes: [...changeRoutes, ...answerRoutes],
  jobs: [choiceOverJob],
};
