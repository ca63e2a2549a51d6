import { personDocumentRecord, personRecord } from './person.record';
import { heldHere } from './held';

export type { Person } from './person.record';
export {
  NAMING,
  type Linked,
  type Presented,
  addDocument,
  correctPerson,
  documentIndexOf,
  documentOf,
  findPersonByDocument,
  forgetUnnamed,
  linkOrCreate,
  nameOfPerson,
  namesByDocument,
} from './person.repository';

/** The register of people; it has no routes of its own: applications link to it when staff approve. */
export const feature = { name: 'persons', records: [personRecord, personDocumentRecord], held: heldHere, routes: [] };
