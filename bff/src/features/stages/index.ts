import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { heldHere } from './held';
import { routes as markRoutes } from './mark.routes';
import { routes as publicationRoutes } from './publication.routes';
import {
  stageDeskRecord,
  stageEntrantRecord,
  stageNoteRecord,
  stageRankRecord,
  stageRankingRecord,
  stageTieRecord,
} from './stage.record';
import { routes as visitorRoutes } from './visitor.routes';

export { type PublishedRanking, rankingOf } from './final-ranking';
export { markersOf } from './ranking.repository';
export { stagePublished } from './stage-events';
export { tellRanks } from './tell-ranks';

/** Marks, ranks and their publication, a stage of a competition at a time. */
export const feature: Feature = {
  name: 'stages',
  records: [stageDeskRecord, stageEntrantRecord, stageNoteRecord, stageTieRecord, stageRankingRecord, stageRankRecord],
  held: heldHere,
  routes: [...markRoutes, ...publicationRoutes, ...visitorRoutes],
  bodyOf: { stageId: bodyIn(stageDeskRecord) },
};
