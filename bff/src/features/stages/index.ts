import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { heldHere } from './held';
import { markImport, routes as importRoutes } from './mark-import';
import { routes as markRoutes } from './mark.routes';
import { routes as publicationRoutes } from './publication.routes';
import {
  stageAdmissionRecord,
  stageDeskRecord,
  stageEntrantRecord,
  stageNoteRecord,
  stageRankRecord,
  stageRankingRecord,
  stageTieRecord,
} from './stage.record';
import { routes as visitorRoutes } from './visitor.routes';

export { countTouched } from './correction.repository';
export { desksAmong } from './desk.repository';
export { stageProgressOf } from './stage-progress.repository';
export { type NamedEntrant, entrantsIn, namedEntrantsIn, rosterNumbersOf, standingOf } from './entrant.repository';
export { noteStanding } from './note';
export { noteLeft, outOfStage, refuseSteppedBack } from './note-left';
export { refuseBegun, refuseHeld } from './next-stage';
export { refuseFrozen } from './group-entrant';
export { type PublishedRanking, publishedOf, rankingOf } from './final-ranking';
export { markersOf } from './ranking.repository';
export { type FrozenStage, type Stage, findStage, frozen, frozenStage, refuseCancelled, staffStage } from './stage';
export { stagePlaceEnded, stagePublished } from './stage-events';
export { standingsToTake, takeAttendance } from './take-attendance';
export { takeJudged } from './take-judged';
export { tellRanks } from './tell-ranks';

/** Marks, ranks and their publication, a stage of a competition at a time. */
export const feature: Feature = {
  name: 'stages',
  records: [
    stageDeskRecord,
    stageEntrantRecord,
    stageNoteRecord,
    stageTieRecord,
    stageRankingRecord,
    stageRankRecord,
    stageAdmissionRecord,
  ],
  held: heldHere,
  jobs: markImport.jobs,
  routes: [...markRoutes, ...importRoutes, ...publicationRoutes, ...visitorRoutes],
  bodyOf: { stageId: bodyIn(stageDeskRecord) },
};
