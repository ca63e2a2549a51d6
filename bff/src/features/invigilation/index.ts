import type { Feature } from '../../platform/http';
import { routes as attendanceRoutes } from './attendance.routes';
import { routes as breachRoutes } from './breach.routes';
import { routes as doorRoutes } from './door.routes';
import { routes as copyRoutes } from './duty-copies';
import { routes as dutyRoutes } from './duty.routes';
import { heldHere } from './held';
import {
  attendanceRecord,
  doorActRecord,
  dutyRecord,
  objectionRecord,
  roomRecordRecord,
  roomStepRecord,
} from './invigilation.record';
import { penaltyRecord } from './penalty.record';
import { routes as ownDutyRoutes } from './own-duty.routes';
import { routes as roomOfStaffRoutes } from './room-of-staff.routes';
import { routes as roomRecordRoutes } from './room-record.routes';
import { routes as seatListRoutes } from './seat-list';
import { routes as stageAttendanceRoutes } from './stage-attendance.routes';
import { routes as stageHoldingsRoutes } from './stage-holdings.routes';

export { attendanceDecided } from './attendance-events';
export { absentAtDoor } from './attendance.repository';
export { doorBreachDismissed } from './breach-events';
export { endDuties } from './stage-holdings.routes';
export { differingIn } from './differing.repository';
export { findDoorBreach, referDoorAct } from './door-case';
export { untakenAttendance } from './stage-attendance';
export { refuseOpenDoor } from './refuse-open-door';
export { type UnnotedRoom, isDoorUsed, unsettledRooms } from './unnoted.repository';
export { undecidedBreaches } from './door-act.repository';
export { cancelResult, cancelledByBreach, restoreResult } from './penalty.repository';
export { forgetHelpers } from './duty.repository';

/** Who watches over which rooms, who came, and what happened at the doors. */
export const feature: Feature = {
  name: 'invigilation',
  records: [
    dutyRecord,
    attendanceRecord,
    doorActRecord,
    objectionRecord,
    penaltyRecord,
    roomRecordRecord,
    roomStepRecord,
  ],
  held: heldHere,
  fileColumns: [{ table: 'door_act', column: 'picture_file_id' }],
  routes: [
    ...dutyRoutes,
    ...copyRoutes,
    ...ownDutyRoutes,
    ...doorRoutes,
    ...attendanceRoutes,
    ...breachRoutes,
    ...roomRecordRoutes,
    ...roomOfStaffRoutes,
    ...seatListRoutes,
    ...stageAttendanceRoutes,
    ...stageHoldingsRoutes,
  ],
};
