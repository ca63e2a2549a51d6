import { bodyConductRecord } from './body-conduct.record';
import { bodyRecord, merchantRecord } from './body.record';
import { routes as bodyRoutes } from './body.routes';
import { jobs, routes as staffRoutes } from './staff.routes';

export { conductOn, conductsOf, withConductOf } from './body-conduct';
export { type BodyConduct, bodyConductRecord } from './body-conduct.record';
export type { Body } from './body.record';
export { administeredBody } from './body.routes';
export {
  type Merchant,
  addBodyIfAbsent,
  addMerchant,
  findBody,
  findBodyLocked,
  findMerchant,
  findMerchantOf,
  listBodies,
  markDemonstration,
  setTextMessages,
} from './body.repository';

export const feature = {
  name: 'bodies',
  records: [bodyRecord, merchantRecord, bodyConductRecord],
  fileColumns: [{ table: 'body', column: 'seal_file_id' }],
  routes: [...bodyRoutes, ...staffRoutes],
  jobs,
};
