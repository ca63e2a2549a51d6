import { type Held, held } from '../../platform/held';
import { candidateFileRecord, candidateRecord } from './candidate.record';

/** The person as given. What is left of an enrolment that others still name is that there was one. */
export const heldHere: readonly Held[] = [
  held(candidateRecord, {
    kind: 'identity',
    whose: 'candidate',
    by: 'id',
    ours: [
      'accountKey',
      'documentKey',
      'personKey',
      'retakeKey',
      'scope',
      'documentIndex',
      'documentTailIndex',
      'phoneIndex',
      'phoneTailIndex',
      'erased',
    ],
    over: {
      erased: 'record',
      accountId: null,
      personId: null,
      accountKey: null,
      documentKey: null,
      personKey: null,
      retakeKey: null,
      name: null,
      origin: null,
      documentType: null,
      documentNumber: null,
      documentIndex: null,
      documentTailIndex: null,
      documentExpiresOn: null,
      birthDate: null,
      sex: null,
      phone: null,
      phoneIndex: null,
      phoneTailIndex: null,
      employer: null,
      photo: null,
    },
  }),
  held(candidateFileRecord, { kind: 'papers', whose: 'candidate', by: 'candidateId', over: 'row' }),
];
