import { bodyIn } from '../../platform/audit';
import {
  sessionAssumptionRecord,
  sessionOfferingRecord,
  sessionPaperRecord,
  sessionRecord,
  sessionRoomRecord,
  sessionSiteRecord,
  sessionWindowRecord,
} from './session.record';
import { eventRecord } from './event.record';
import { sessionChangeRecord } from './session-change.record';
import { routes as staffRoutes } from './staff.routes';
import { routes as visitorRoutes } from './visitor.routes';

export { eventRecord } from './event.record';
export { addEvent, changeEvent, findEvents, removeEvent } from './event.repository';
export type { Event } from './event.record';
export {
  type ExamPaper,
  type PaperDay,
  type Room,
  type Session,
  type Site,
  type StoredWindow,
  isAllPublished,
  publishedOnFor,
  windowsFor,
} from './session';
export {
  addStageDay,
  findExamDay,
  findExamDayIn,
  lockExamDay,
  lockStageEvent,
  renewExamDay,
  shiftStageDay,
} from './exam-day.repository';
export { extendSession } from './extend-session';
export { refuseUsedYear } from './calendar-use';
export { type WindowEvent, nextWindowEvent } from './next-window-event';
export { type TouchedSession, followVersion, listTouchedSessions } from './follow-version';
export { listLatestSessions } from './of-notice.repository';
export { freezePlaces, reload as reloadSession } from './plan';
export { type PublicationRefusal, askPublication, recordPublication } from './publication';
export { offeringViewOf, presentStaffSession, sessionState } from './session.presenter';
export {
  changeTimesOf,
  closePublicity,
  findSession,
  findSessionIn,
  listPublishedSessions,
  listSessionsIn,
  listVisibleSessions,
  lockSession,
} from './session.repository';
export { type WantedMove, judgeMove, planMove, refuseCancellation, writeCancellation, writeMove } from './move-session';
export { type MovedDays, judgeChangeable } from './move.policy';
export {
  bodyOfExamDay,
  bodyOfSession,
  eventNamesOf,
  hourNamesOf,
  offeringNamesIn,
  offeringNamesOf,
  offeringNamesOfBody,
  roomNamesOf,
} from './names';
export { enteredPaper, listExamPapers, listSites } from './places.repository';
export { PLANNERS, plannedSession } from './planned-session';
export type { SessionChange } from './session-change.record';
export { addSessionChange, findSessionChange, noteTold } from './session-change.repository';
export { laterPapersChanged, sessionPublished, sessionWindowsChanged } from './session-events';

export const feature = {
  name: 'sessions',
  bodyOf: { sessionId: bodyIn(sessionRecord) },
  records: [
    eventRecord,
    sessionRecord,
    sessionOfferingRecord,
    sessionSiteRecord,
    sessionRoomRecord,
    sessionPaperRecord,
    sessionWindowRecord,
    sessionAssumptionRecord,
    sessionChangeRecord,
  ],
  routes: [...visitorRoutes, ...staffRoutes],
};
