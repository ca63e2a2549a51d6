import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType, Origin } from '@jikaotong/shared/notice';
import type { Sex } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import type { Application } from './application.record';
import { findManyAny } from './application.repository';
import { openCandidate } from './candidate';

/** An approved candidate, in the clear: for tickets, results and certificates. */
export type Admitted = {
  readonly applicationId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly sessionId: string;
  readonly noticeId: string;
  readonly noticeVersion: number;
  readonly offeringCode: string;
  readonly name: string;
  readonly origin: Origin;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly photoFileId: string;
};

/** One approved candidate; null when the application is not approved. */
export const candidateOf = async (h: Handle, crypto: Crypto, applicationId: string): Promise<Admitted | null> =>
  (await candidatesOf(h, crypto, [applicationId]))[0] ?? null;

/** The approved candidates among these, in the order asked. */
export async function candidatesOf(h: Handle, crypto: Crypto, applicationIds: readonly string[]): Promise<Admitted[]> {
  const rows = new Map((await findManyAny(h, applicationIds)).map((row) => [row.id, row]));
  return applicationIds.flatMap((id) => {
    const row = rows.get(id);
    return row?.state === 'approved' ? [admitted(crypto, row)] : [];
  });
}

function admitted(crypto: Crypto, row: Application): Admitted {
  const { name, origin, documentType, documentNumber, birthDate, sex } = openCandidate(crypto, row);
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
    throw new Error(`application ${row.id} was approved without its details`);
  return {
    applicationId: row.id,
    accountId: row.accountId,
    personId: row.personId,
    bodyId: row.bodyId,
    sessionId: row.sessionId,
    noticeId: row.noticeId,
    noticeVersion: row.noticeVersion,
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
