import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { heldHere } from './held';
import { routes as staffRoutes } from './staff.routes';
import { unitAgentRecord, unitEventRecord, unitInvitationRecord, unitRecord } from './unit.record';
import { routes as unitRoutes } from './unit.routes';

export { agentsOf, agentsOfNamed, agentsOfUnits, findOwnUnit, isAgent } from './agent.repository';
export { agentRemoved } from './events';
export {
  type Unit,
  findUnit,
  findUnitOfBodies,
  findUnits,
  lockUnit,
  unitContactsOf,
  unitNamesOf,
  unitsInEvent,
} from './unit.repository';

/** Training bodies, schools and employers that hand in for their people, and who acts for them. */
export const feature: Feature = {
  name: 'units',
  records: [unitRecord, unitAgentRecord, unitInvitationRecord, unitEventRecord],
  held: heldHere,
  fileColumns: [{ table: 'unit', column: 'proof_file_id' }],
  routes: [...unitRoutes, ...staffRoutes],
  bodyOf: { unitId: bodyIn(unitRecord) },
};
