import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Origin } from '@jikaotong/shared/notice';
import type { Sex } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { type Candidate, findCandidates, openIdentity } from '../candidates';
import { participantsOf } from './participant.repository';

/** An approved candidate, in the clear: for tickets, results and certificates. */
export type Admitted = {
  readonly candidateId: string;
  readonly accountId: string | null;
  readonly personId: string;
  readonly offeringCode: string;
  readonly name: string;
  readonly origin: Origin;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly photoFileId: string;
};

/** The approved candidates among these, in the order asked. */
export async function admittedOf(h: Handle, crypto: Crypto, candidateIds: readonly string[]): Promise<Admitted[]> {
  const candidates = await findCandidates(h, candidateIds);
  const participants = await participantsOf(h, candidateIds);
  return candidateIds.flatMap((id) => {
    const candidate = candidates.get(id);
    return candidate && participants.get(id)?.state === 'approved' ? [admitted(crypto, candidate)] : [];
  });
}

function admitted(crypto: Crypto, row: Candidate): Admitted {
  const { name, origin, documentType, documentNumber, birthDate, sex } = openIdentity(crypto, row);
  if (
    name === null ||
    origin === null ||
    documentType === null ||
    documentNumber === null ||
    birthDate === null ||
    sex === null ||
    row.photo === null ||
    row.personId === null
  )
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
    photoFileId: row.photo.fileId,
  };
}
