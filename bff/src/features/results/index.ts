import type { Feature } from '../../platform/http';
import { resultHoldRecord, resultRecord, reviewStepRecord, scoreReviewRecord } from './result.record';
import { routes as resultRoutes } from './result.routes';
import { scoreImport } from './score-import';
import { secondImport } from './second-import';
import { routes as publicityRoutes } from './publicity.routes';
import { routes as markRoutes } from './mark.routes';
import { scoreColumnRecord } from './score-column.record';
import { routes as columnRoutes } from './score-columns.routes';
import { routes as scoreRoutes } from './score.routes';
import { heldHere } from './held';

export { type PassHistory, type PastAttempt, passHistoriesOf, settlePasses, standingsOf } from './pass-history';
export { publishDecided, reportBreach, reportDismissal } from './publish-results';
export { openPublicity, publicLineOf } from './publicity';
export { marksHandledBy } from './result.repository';
export { keptPassesOf } from './result.presenter';
export { outcomesOf } from './group-outcomes';
export { lateHeldIn } from './hold.repository';
export { cheatingMarked, cheatingUnmarked, holdForBreach, releaseBreach, releaseDoorHold } from './holds';
export { countOpenScoreReviews } from './score-review.repository';

/** Marks, their publication and score reviews. */
export const feature: Feature = {
  name: 'results',
  records: [resultHoldRecord, resultRecord, scoreReviewRecord, reviewStepRecord, scoreColumnRecord],
  held: heldHere,
  routes: [
    ...scoreRoutes,
    ...columnRoutes,
    ...markRoutes,
    ...publicityRoutes,
    ...scoreImport.routes,
    ...secondImport.routes,
    ...resultRoutes,
  ],
  jobs: [...scoreImport.jobs, ...secondImport.jobs],
};
