import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { listNoticeRows } from '../notices';
import { routes as accountRoutes } from './account.routes';
import {
  awardAccountRecord,
  awardAnswerRecord,
  awardBoardRecord,
  awardRecord,
  joinedUnitRecord,
  protestRecord,
  protestStepRecord,
} from './award.record';
import { listJobs, routes as awardRoutes } from './award.routes';
import { standBoard } from './board.repository';
import { coachContactRecord } from './coach-contact.record';
import { routes as coachRoutes } from './coach-contact.routes';
import { heldHere } from './held';
import { routes as ownRoutes } from './own.routes';
import { routes as protestRoutes } from './protest.routes';
import { jobs } from './tell-awarded';

export { prizesOf } from './board.presenter';
export { areAwardsProposed, awardsLockedAt, standBoard } from './board.repository';
export { awaitingRanks, openProtestsOf } from './protest.repository';
export { followRanks } from './protest-steps';

/** Protests against published ranks, and what is won: computed, answered, locked by two, handed out. */
export const feature: Feature = {
  name: 'awards',
  records: [
    awardBoardRecord,
    awardAnswerRecord,
    joinedUnitRecord,
    awardRecord,
    awardAccountRecord,
    coachContactRecord,
    protestRecord,
    protestStepRecord,
  ],
  held: heldHere,
  fileColumns: [
    { table: 'protest', column: 'evidence', json: true },
    { table: 'award_account', column: 'scan_file_id' },
  ],
  bodyOf: { awardId: bodyIn(awardRecord), protestId: bodyIn(protestRecord) },
  routes: [...awardRoutes, ...ownRoutes, ...coachRoutes, ...accountRoutes, ...protestRoutes],
  jobs: [...jobs, ...listJobs],
  start: async ({ h }) => {
    for (const { id, kind, bodyId } of await listNoticeRows(h))
      if (kind === 'competition') await standBoard(h, { noticeId: id, bodyId });
  },
};
