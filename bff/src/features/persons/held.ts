import { type Held, held } from '../../platform/held';
import { personDocumentRecord, personRecord } from './person.record';

/** The register of people; a person goes once no enrolment and no certificate names them. */
export const heldHere: readonly Held[] = [
  held(personDocumentRecord, {
    kind: 'identity',
    whose: 'person',
    by: 'personId',
    ours: ['numberIndex'],
    over: 'row',
  }),
  held(personRecord, { kind: 'identity', whose: 'person', by: 'id', over: 'row' }),
];
