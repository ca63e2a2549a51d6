import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Origin } from '@jikaotong/shared/notice';
import type { Sex } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { type Candidate, findCandidates, openIdentity } from '../candidates';
import { findParticipants } from './participant.repository';

/** An approved candidate, in the clear: for tickets, results and certificates. */
export type Admitted = {
  readonly participantId: string;
  readonly candidateId: string;
  readonly accountId: string | null;
  /** Null: an entrant of a competition, whom nobody links to a person. */
  readonly personId: string | null;
  readonly offeringCode: string;
  readonly name: string;
  readonly origin: Origin;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  /** Null, as sex: of an entrant whose list did not tell it. */
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
  /** Null: an entrant without a photo. */
  readonly photoFileId: string | null;
};

/** One who applied: of those everything is asked. */
export type AdmittedApplicant = Admitted & {
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly photoFileId: string;
};

/** The approved applicants among these participants, in the order asked. */
export const admittedApplicants = async (
  h: Handle,
  crypto: Crypto,
  participantIds: readonly string[],
): Promise<AdmittedApplicant[]> =>
  (await admittedOf(h, crypto, participantIds)).flatMap((one) => (isWhole(one) ? [one] : []));

const isWhole = (one: Admitted): one is AdmittedApplicant =>
  one.birthDate !== null && one.sex !== null && one.photoFileId !== null;

/** The approved among these participants, applicants and entrants, in the order asked. */
export async function admittedOf(h: Handle, crypto: Crypto, participantIds: readonly string[]): Promise<Admitted[]> {
  const approved = (await findParticipants(h, participantIds)).filter(({ state }) => state === 'approved');
  const candidates = await findCandidates(
    h,
    approved.map(({ candidateId }) => candidateId),
  );
  return approved.flatMap(({ id, candidateId }) => {
    const candidate = candidates.get(candidateId);
    // whose photo or record is erased is admitted to nothing any more
    return candidate && candidate.erased === null ? [{ participantId: id, ...admitted(crypto, candidate) }] : [];
  });
}

function admitted(crypto: Crypto, row: Candidate): Omit<Admitted, 'participantId'> {
  const { name, origin, documentType, documentNumber, birthDate, sex } = openIdentity(crypto, row);
  const photoFileId = row.photo?.fileId ?? null;
  const isEntrant = row.kind === 'entry';
  const lacks = birthDate === null || sex === null || photoFileId === null || row.personId === null;
  if (name === null || origin === null || documentType === null || documentNumber === null || (lacks && !isEntrant))
    throw new Error(`candidate ${row.id} was approved without the details`);
  return {
    candidateId: row.id,
    accountId: row.accountId,
    personId: row.personId,
    offeringCode: row.offeringCode,
    name,
    origin,
    documentType,
    documentNumber,
    birthDate,
    sex,
    photoFileId,
  };
}
