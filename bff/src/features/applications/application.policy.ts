import { isDeepStrictEqual } from 'node:util';
import type { Identity } from '../candidates';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import type { ParticipantState } from '../participants';
import type { Application, RemarkField } from './application.record';

/** The states a candidate may still write in. */
export const MENDABLE: readonly ParticipantState[] = statesThatAre('mendable');

/** The parts that differ between what the reviewer saw and what is saved now, for a second look. */
export function changedFields(
  before: Pick<Application, 'route' | 'facts' | 'papers' | 'photo' | 'signatureFileId'> & { candidate: Identity },
  after: typeof before,
): readonly RemarkField[] {
  // MySQL reorders the keys of JSON: the text would differ where the value does not
  const differs = (a: unknown, b: unknown) => !isDeepStrictEqual(a, b);
  const checks: readonly (readonly [RemarkField, boolean])[] = [
    ['name', before.candidate.name !== after.candidate.name],
    [
      'documentNumber',
      before.candidate.documentNumber !== after.candidate.documentNumber ||
        before.candidate.documentType !== after.candidate.documentType ||
        before.candidate.origin !== after.candidate.origin,
    ],
    ['documentExpiresOn', before.candidate.documentExpiresOn !== after.candidate.documentExpiresOn],
    [
      'birthDate',
      before.candidate.birthDate !== after.candidate.birthDate || before.candidate.sex !== after.candidate.sex,
    ],
    ['phone', before.candidate.phone !== after.candidate.phone],
    ['photo', before.photo?.fileId !== after.photo?.fileId],
    ['facts', differs(before.facts, after.facts)],
    ['route', before.route !== after.route],
    ['documents', differs(before.papers, after.papers)],
    ['signature', before.signatureFileId !== after.signatureFileId],
  ];
  return checks.filter(([, changed]) => changed).map(([field]) => field);
}
