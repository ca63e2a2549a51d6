import type { CertificateView } from '@jikaotong/shared/contract';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, levelWord } from '@jikaotong/shared/words';
import type { CertificatePdf } from '../../platform/pdf';
import type { Ports } from '../../platform/http';
import type { Certificate } from './certificate.record';
import { documentNumberOf } from './certificate.repository';

/** A certificate for the screen of whoever holds it. */
export const presentCertificate = (
  { crypto, files }: Pick<Ports, 'crypto' | 'files'>,
  certificate: Certificate,
  lookupUrl: string | null,
): CertificateView => {
  const { candidateId, number, state, name, documentType, offering, bodyName, issuedOn, photoFileId, token } =
    certificate;
  return {
    applicationId: candidateId,
    number,
    state,
    name,
    documentType,
    documentNumberMasked: maskNumber(documentNumberOf(crypto, certificate)),
    offering,
    bodyName,
    issuedOn,
    photoUrl: files.link(photoFileId),
    qr: token,
    lookupUrl,
  };
};

/** A certificate for the printer, with the number of the document in full: it is proof of identity and skill. */
export const printedCertificate = (
  { crypto }: Pick<Ports, 'crypto'>,
  certificate: Certificate,
  pictures: { readonly photo: Uint8Array; readonly seal: Uint8Array | null; readonly lookupUrl: string | null },
): CertificatePdf => ({
  number: certificate.number,
  name: certificate.name,
  documentType: documentTypeWord(certificate.documentType),
  documentNumber: documentNumberOf(crypto, certificate),
  occupation: certificate.offering.occupation,
  workType: certificate.offering.workType,
  level: certificate.offering.level === null ? '——' : levelWord(certificate.offering.level),
  bodyName: certificate.bodyName,
  issuedOn: certificate.issuedOn,
  qr: certificate.token,
  ...pictures,
});
