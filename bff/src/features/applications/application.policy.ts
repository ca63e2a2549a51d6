import { REMARK_FIELDS } from '@jikaotong/shared/contract';
import { recordOf } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import type { Identity } from '../candidates';
import { endOf } from '@jikaotong/shared/rules/identity';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import type { ParticipantState } from '../participants';
import type { Application, RemarkField } from './application.record';
import type { ToldParts } from './told-parts';

/** The states a candidate may still write in. */
export const MENDABLE: readonly ParticipantState[] = statesThatAre('mendable');

/** What a reviewer looks at and may point at. */
export type Reviewed = Pick<Application, 'route' | 'photo' | 'signatureFileId'> &
  ToldParts & {
    readonly candidate: Identity;
  };
export type ReviewedMarks = Readonly<Record<RemarkField, string>>;

/**
 * What was sent back, by a keyed mark a part: no second copy of what somebody said, and enough to tell whether a part is
 * still, or again, what the reviewer saw.
 */
export const marksOf = (crypto: Pick<Crypto, 'blindIndex'>, id: string, seen: Reviewed): ReviewedMarks =>
  recordOf(REMARK_FIELDS, (field) => crypto.blindIndex('returned', `${id}:${field}:${written(partsOf(seen)[field])}`));

/** The parts that are not what the reviewer saw. */
export const changedSince = (before: ReviewedMarks, after: ReviewedMarks): readonly RemarkField[] =>
  REMARK_FIELDS.filter((field) => before[field] !== after[field]);

/** The parts that differ between two saves, of what was sent back before marks were kept. */
export function changedFields(before: Reviewed, after: Reviewed): readonly RemarkField[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return REMARK_FIELDS.filter((field) => written(old[field]) !== written(now[field]));
}

const partsOf = ({
  candidate,
  photo,
  facts,
  route,
  papers,
  signatureFileId,
}: Reviewed): Record<RemarkField, unknown> => ({
  name: candidate.name,
  documentNumber: [candidate.documentNumber, candidate.documentType, candidate.origin],
  documentExpiresOn: endOf(candidate.documentExpiresOn),
  birthDate: [candidate.birthDate, candidate.sex],
  phone: candidate.phone,
  photo: photo?.fileId ?? null,
  facts,
  route,
  documents: papers,
  signature: signatureFileId,
});

/** With sorted keys: MySQL reorders those of JSON, so the text would differ where the value does not. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
