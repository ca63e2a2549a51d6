import type { Feature } from '../../platform/http';
import { resultRecord, reviewStepRecord, scoreReviewRecord } from './result.record';
import { routes as resultRoutes } from './result.routes';
import { routes as scoreRoutes } from './score.routes';

export { presentResult } from './result.presenter';
export { countOpenReviews } from './score-review.repository';

/** Marks, their publication and score reviews. */
export const feature: Feature = {
  name: 'results',
  records: [resultRecord, scoreReviewRecord, reviewStepRecord],
  routes: [...scoreRoutes, ...resultRoutes],
};
