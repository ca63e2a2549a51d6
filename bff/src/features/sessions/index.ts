import {
  sessionAssumptionRecord,
  sessionOfferingRecord,
  sessionPaperRecord,
  sessionRecord,
  sessionRoomRecord,
  sessionSiteRecord,
  sessionWindowRecord,
} from './session.record';
import { routes as staffRoutes } from './staff.routes';
import { routes as visitorRoutes } from './visitor.routes';

export type { Paper, Room, Session, Site, StoredWindow } from './session';
export { type Moment, nextMoment } from './moments';
export { freezePlaces } from './plan';
export { type PublicationRefusal, recordPublication } from './publication';
export { offeringViewOf, sessionState } from './session.presenter';
export {
  changeTimesOf,
  findSession,
  findSessionIn,
  listPapers,
  listPublishedSessions,
  listSites,
  listVisibleSessions,
  lockSession,
} from './session.repository';
export { sessionPublished, sessionWindowsChanged } from './session-events';

export const feature = {
  name: 'sessions',
  records: [
    sessionRecord,
    sessionOfferingRecord,
    sessionSiteRecord,
    sessionRoomRecord,
    sessionPaperRecord,
    sessionWindowRecord,
    sessionAssumptionRecord,
  ],
  routes: [...visitorRoutes, ...staffRoutes],
};
