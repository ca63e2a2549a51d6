import type { Feature } from '../../platform/http';
import { resultRecord, reviewStepRecord, scoreReviewRecord } from './result.record';
import { routes as resultRoutes } from './result.routes';
import { scoreImport } from './score-import';
import { routes as scoreRoutes } from './score.routes';
import { heldHere } from './held';

export { type PassHistory, type PastAttempt, passHistoriesOf, settlePasses, standingsOf } from './pass-history';
export { reportBreach } from './publish-results';
export { keptPassesOf } from './result.presenter';
export { countOpenScoreReviews } from './score-review.repository';

/** Marks, their publication and score reviews. */
export const feature: Feature = {
  name: 'results',
  records: [resultRecord, scoreReviewRecord, reviewStepRecord],
  held: heldHere,
  routes: [...scoreRoutes, ...scoreImport.routes, ...resultRoutes],
  jobs: scoreImport.jobs,
};
