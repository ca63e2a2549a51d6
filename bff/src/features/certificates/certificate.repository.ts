import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, isDuplicate } from '../../platform/db';
import { type Certificate, certificateRecord } from './certificate.record';

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
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_certificate_number')) return false;
    throw error;
  }
}

export const documentNumberOf = (crypto: Crypto, { id, documentNumber }: Certificate): string =>
  crypto.decryptField(placeOf(id), documentNumber);

export const findByCandidate = (h: Handle, candidateId: string): Promise<Certificate | null> =>
  h.repo(certificateRecord).findOneBy({ candidateId });

export const findByNumber = (h: Handle, number: string): Promise<Certificate | null> =>
  h.repo(certificateRecord).findOneBy({ number });

/** How many certificates a session has, or how many of them one act issued. */
export const countCertificates = (h: Handle, of: { sessionId: string; batchId?: string }): Promise<number> =>
  h.repo(certificateRecord).countBy(of);

/** Where a certificate's number of a document stands sealed. */
export const DOCUMENT_NUMBER = { table: 'certificate', column: 'document_number' } as const;
const placeOf = (row: string) => ({ ...DOCUMENT_NUMBER, row });
