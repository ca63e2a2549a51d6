import { In, IsNull, Not } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { beginCollections } from './collection.repository';
import { type Certificate, certificateRecord, certificateWords } from './certificate.record';

/** A certificate with its document's number in the clear, to be sealed as it is stored. */
export type NewCertificate = Omit<Certificate, 'documentNumber'> & { readonly documentNumber: string };

/** Stores them; false when one of the numbers stands already. */
export async function insertCertificates(
  h: Handle,
  crypto: Crypto,
  certificates: readonly NewCertificate[],
): Promise<boolean> {
  try {
    await insert(
      h,
      certificateRecord,
      certificates.map((one) => ({
        ...one,
        documentNumber: crypto.encryptField(placeOf(one.id), one.documentNumber),
      })),
    );
    await beginCollections(h, certificates);
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_certificate_number')) return false;
    throw error;
  }
}

export const documentNumberOf = (crypto: Crypto, { id, documentNumber }: Certificate): string =>
  crypto.decryptField(placeOf(id), documentNumber);

/** A candidate's certificates, the one that holds, or was issued last, first. */
export const certificatesOf = (h: Handle, candidateId: string): Promise<Certificate[]> =>
  h.repo(certificateRecord).find({ where: { candidateId }, order: { issuedAt: 'DESC', id: 'DESC' } });

/** The certificate that a candidate holds; where none does, the one that was issued last. */
export const findByCandidate = async (h: Handle, candidateId: string): Promise<Certificate | null> =>
  (await certificatesOf(h, candidateId))[0] ?? null;

export const findForBodies = (h: Handle, bodyIds: readonly string[], id: string): Promise<Certificate | null> =>
  h.repo(certificateRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** The unit of a certificate's candidate, and that of the first one of a frozen choice that has any. */
export type UnitsFetching = { readonly own: string | null; readonly first: string | null };

export async function unitsFetching(
  h: Handle,
  { id, selectionId }: { readonly id: string; readonly selectionId: string },
): Promise<UnitsFetching> {
  const [units] = await h.query<UnitsFetching>(
    `SELECT c.unit_id AS own, (
       SELECT n.unit_id FROM selection_row s JOIN certificate f ON f.id = s.row_id JOIN candidate n ON n.id = f.candidate_id
       WHERE s.selection_id = ? AND n.unit_id IS NOT NULL ORDER BY s.row_id LIMIT 1) AS first
     FROM certificate e JOIN candidate c ON c.id = e.candidate_id WHERE e.id = ?`,
    [selectionId, id],
  );
  if (!units) throw new Error(`certificate ${id} is gone`);
  return units;
}

/** Whatever its body; for those that stand for another. */
export const findCertificate = (h: Handle, id: string): Promise<Certificate | null> =>
  h.repo(certificateRecord).findOneBy({ id });

/** The certificate that this one stands for. */
export const findReplaced = (h: Handle, id: string): Promise<Certificate | null> =>
  h.repo(certificateRecord).findOneBy({ replacedById: id });

/** Makes it void; false when it is already. */
export const voidIfIssued = async (
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  id: string,
  by: { readonly accountId: string; readonly reason: string; readonly nowMs: number },
): Promise<boolean> =>
  (await updateWhere(
    h,
    certificateRecord,
    { id, state: 'issued' },
    {
      state: 'void',
      liveKey: null,
      voidedAt: by.nowMs,
      voidedBy: by.accountId,
      voidReason: certificateWords.seal(ports.crypto, id, 'voidReason', by.reason),
    },
  )) === 1;

/** Says which certificate stands for a void one; false when another one does. */
export const noteReplaced = async (h: Handle, id: string, replacedById: string): Promise<boolean> =>
  (await updateWhere(h, certificateRecord, { id, state: 'void', replacedById: IsNull() }, { replacedById })) === 1;

/** What the candidate's certificate prints was put right; false where there is none that holds. */
export const noteOutdated = async (h: Handle, candidateId: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, certificateRecord, { liveKey: candidateId }, { outdatedAt: nowMs })) === 1;

/** How many of a session hold and print what was put right since. */
export const countOutdated = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(certificateRecord).countBy({ sessionId, state: 'issued', outdatedAt: Not(IsNull()) });

export const findByNumber = (h: Handle, number: string): Promise<Certificate | null> =>
  h.repo(certificateRecord).findOneBy({ number });

/** How many certificates of a session hold, or how many of them one act issued. */
export const countCertificates = (h: Handle, of: { sessionId: string; batchId?: string }): Promise<number> =>
  h.repo(certificateRecord).countBy({ ...of, state: 'issued' });

/** Where a certificate's number of a document stands sealed. */
export const DOCUMENT_NUMBER = { table: 'certificate', column: 'document_number' } as const;
const placeOf = (row: string) => ({ ...DOCUMENT_NUMBER, row });
