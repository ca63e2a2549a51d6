import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { heldHere } from './held';
import { objectionFileRecord, objectionRecord } from './objection.record';
import { routes } from './objection.routes';
import { jobs } from './publicity-end.job';
import { routes as staffRoutes } from './staff-objection.routes';

export { countWaiting as countObjections } from './objection.repository';
export { planPublicityEnd } from './publicity-end.job';

/** What anybody objects to while results are public, and the end of that time. */
export const feature: Feature = {
  name: 'objections',
  records: [objectionRecord, objectionFileRecord],
  held: heldHere,
  fileColumns: [{ table: 'objection_file', column: 'file_id' }],
  routes: [...routes, ...staffRoutes],
  jobs,
  bodyOf: { objectionId: bodyIn(objectionRecord) },
};
