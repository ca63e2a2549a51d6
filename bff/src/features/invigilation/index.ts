import type { Feature } from '../../platform/http';
import { routes as doorRoutes } from './door.routes';
import { routes as dutyRoutes } from './duty.routes';
import { heldHere } from './held';
import { attendanceRecord, doorActRecord, dutyRecord } from './invigilation.record';
import { routes as ownDutyRoutes } from './own-duty.routes';

/** Who watches over which rooms, who came, and what happened at the doors. */
export const feature: Feature = {
  name: 'invigilation',
  records: [dutyRecord, attendanceRecord, doorActRecord],
  held: heldHere,
  fileColumns: [{ table: 'door_act', column: 'picture_file_id' }],
  routes: [...dutyRoutes, ...ownDutyRoutes, ...doorRoutes],
};
