import type { Feature } from '../../platform/http';
import { listNoticeRows, loadNotice } from '../notices';
import { contestGroupRecord, entryRecord, registrationRecord, stageRecord } from './contest.record';
import { jobs as listJobs, routes as listRoutes } from './entry-list.routes';
import { routes as entryRoutes } from './entry.routes';
import { batchRoutes } from './group-batches';
import { packageImport } from './group-import';
import { routes as filingRoutes } from './filing.routes';
import { jobs as filingJobs } from './filing-reminder.job';
import { routes as groupRoutes } from './group.routes';
import { listImport } from './list-import';
import { routes as posterRoutes } from './poster.routes';
import { routes as registrationRoutes } from './registration.routes';
import { jobs as windowJobs } from './reminder.job';
import { ensureStages } from './stage.repository';
import { routes as staffRoutes } from './staff.routes';
import { jobs as stageJobs } from './stage-reminder.job';
import { heldHere } from './held';

export { backersOf } from './backers.repository';
export { entryWords } from './contest.record';
export { claimEntry } from './claim-entry';
export { announceStage } from './announce-stage';
export { type Contest, findContest, loadContest, loadStaffContest, presentContest } from './contest';
export { stopEntry } from './decide-entry';
export { entrantsOfStage, outAfter } from './stage-entrants.repository';
export { entrantNamed, entryClaimed, entryEnded, entryGrouped, entryTaken, stageCancelled, stageMoved } from './events';
export { entersHere, entrySpanOf, spanState } from './entry-span';
export {
  countEntries,
  entriesOfUnit,
  findEntries,
  findEntry,
  findLiveEntryOf,
  findOwnPlace,
  listLiveEntries,
  listOwnEntries,
  setEntryGroup,
  setTrainingWish,
} from './entry.repository';
export { type Entrant, entrantsAmong } from './told-entrant.repository';
export { listOwnRegistrations } from './registration.repository';
export {
  contestStagesOf,
  ensureStages,
  findContestStage,
  stageEventOf,
  stageEventsOf,
  stagesOf,
} from './stage.repository';
export { loadGroup } from './open-group';
export { stageNameOf } from './stage-reminder.job';
export { reachOf } from './reach';
export { tellEntrant } from './tell-entrant';
export { waitingEntries } from './unclaimed-entry';
export { tellEntrants, unitNews } from './tell-entrants';

/** What stands behind a notice's public code, and entries of individuals to competitions. */
export const feature: Feature = {
  name: 'contests',
  records: [entryRecord, stageRecord, registrationRecord, contestGroupRecord],
  fileColumns: [{ table: 'contest_stage', column: 'filed_file_id' }],
  held: heldHere,
  routes: [
    ...posterRoutes,
    ...entryRoutes,
    ...registrationRoutes,
    ...listImport.routes,
    ...groupRoutes,
    ...packageImport.routes,
    ...batchRoutes,
    ...staffRoutes,
    ...filingRoutes,
    ...listRoutes,
  ],
  jobs: [...windowJobs, ...stageJobs, ...filingJobs, ...listImport.jobs, ...packageImport.jobs, ...listJobs],
  start: async ({ h }) => {
    for (const { id, kind } of await listNoticeRows(h))
      if (kind === 'competition') await ensureStages(h, await loadNotice(h, id));
  },
};
