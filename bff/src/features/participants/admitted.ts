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
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly photoFileId: string;
};

/** The approved among these participants, in the order asked; an entrant of whom a list told less than is asked is left out. */
export async function admittedOf(h: Handle, crypto: Crypto, participantIds: readonly string[]): Promise<Admitted[]> {
  const approved = (await findParticipants(h, participantIds)).filter(({ state }) => state === 'approved');
  const candidates = await findCandidates(
    h,
    approved.map(({ candidateId }) => candidateId),
  );
  return approved.flatMap(({ id, candidateId }) => {
    const candidate = candidates.get(candidateId);
    // whose photo or record is erased is admitted to nothing any more
    const one = candidate && candidate.erased === null ? admitted(crypto, candidate) : null;
    return one ? [{ participantId: id, ...one }] : [];
  });
}

function admitted(crypto: Crypto, row: Candidate): Omit<Admitted, 'participantId'> | null {
  const { name, origin, documentType, documentNumber, birthDate, sex } = openIdentity(crypto, row);
  if (
    name === null ||
    origin === null ||
    documentType === null ||
    documentNumber === null ||
    birthDate === null ||
    sex === null ||
    row.photo === null ||
    (row.personId === null && row.kind !== 'entry')
  ) {
    if (row.kind === 'entry') return null;
    throw new Error(`candidate ${row.id} was approved without the details`);
  }
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
    photoFileId: row.photo.fileId,
  };
}
