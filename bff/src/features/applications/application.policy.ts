import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { IdentityMatrix } from '@jikaotong/shared/notice';
import { type IdentityFault, isName, judgeIdentity, parseIdentityNumber } from '@jikaotong/shared/rules/identity';
import type { Identity } from '../candidates';
import type { ParticipantState } from '../participants';
import type { Application, RemarkField } from './application.record';

/** The states a candidate may still write in. */
export const MENDABLE: readonly ParticipantState[] = ['draft', 'returned'];
/** A seat is promised by payment: until then she may step back. */
export const WITHDRAWABLE: readonly ParticipantState[] = ['draft', 'submitted', 'returned', 'approved'];

/** Everything wrong with the document as far as it is filled in; what is still empty is no fault yet. */
export function identityFaults(
  candidate: Identity,
  context: { matrix: IdentityMatrix | null; applicationOn: LocalDate; examOn: LocalDate },
): readonly IdentityFault[] {
  const { name, origin, documentType, documentNumber, birthDate, sex } = candidate;
  if (origin === null || documentType === null || documentNumber === null)
    return name !== null && !isName(name) ? [{ code: 'identity-name-form', data: {} }] : [];
  const parsed = parseIdentityNumber(documentType, documentNumber, context.applicationOn);
  const told = parsed.ok ? parsed.value : null;
  const { faults } = judgeIdentity(
    {
      origin,
      type: documentType,
      number: documentNumber,
      name: name ?? '',
      // what is not said cannot contradict the number
      birthDate: birthDate ?? told?.birthDate ?? context.applicationOn,
      sex: sex ?? told?.sex ?? 'male',
      validUntil: candidate.documentExpiresOn,
    },
    { ...context, registered: null },
  );
  return name === null ? faults.filter((fault) => fault.code !== 'identity-name-form') : faults;
}

/** The candidate with what her document's number tells about her where she left it open. */
export function completedByNumber<T extends Identity>(candidate: T, day: LocalDate): T {
  if (candidate.documentType === null || candidate.documentNumber === null) return candidate;
  const parsed = parseIdentityNumber(candidate.documentType, candidate.documentNumber, day);
  if (!parsed.ok) return candidate;
  return {
    ...candidate,
    birthDate: candidate.birthDate ?? parsed.value.birthDate,
    sex: candidate.sex ?? parsed.value.sex,
  };
}

/** What must be filled in before handing in; `documentExpiresOn` may stay empty (长期). */
export const missingDetails = (candidate: Identity): readonly string[] =>
  REQUIRED.filter((detail) => candidate[detail] === null);

const REQUIRED = ['name', 'origin', 'documentType', 'documentNumber', 'birthDate', 'sex', 'phone'] as const;

/** The parts that differ between what the reviewer saw and what is saved now, for her second look. */
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
