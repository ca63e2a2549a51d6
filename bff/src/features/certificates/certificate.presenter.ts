import type { CertificateView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, levelWord } from '@jikaotong/shared/words';
import type { CertificatePdf } from '../../platform/pdf';
import type { Ports } from '../../platform/http';
import type { Certificate } from './certificate.record';
import { documentNumberOf } from './certificate.repository';

/** A certificate for the screen of whoever holds it. */
export const presentCertificate = (
  { crypto, files, config }: Pick<Ports, 'crypto' | 'files' | 'config'>,
  certificate: Certificate,
  beside: { readonly lookupUrl: string | null; readonly earlier: readonly Certificate[] },
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
    link: certificateLink(config, certificate),
    lookupUrl: beside.lookupUrl,
    voidedOn: voidedOn(certificate),
    voidReason: certificate.voidReason,
    earlier: beside.earlier.map((one) => ({
      number: one.number,
      voidedOn: voidedOn(one),
      replaced: one.replacedById !== null,
    })),
  };
};

// behind the #: a browser opens the page, and WeChat's rule for ordinary links hands the whole text on as `q`
const certificateLink = ({ publicUrl }: Ports['config'], { token }: Certificate): string =>
  `${publicUrl}/#/packages/exam/verify/index?token=${token}`;

/** The day from which it does not hold; null while it does. */
export const voidedOn = ({ voidedAt }: Pick<Certificate, 'voidedAt'>): LocalDate | null =>
  voidedAt === null ? null : dayAt(voidedAt);

/** A certificate for the printer, with the number of the document in full: it is proof of identity and skill. */
export const printedCertificate = (
  { crypto, config }: Pick<Ports, 'crypto' | 'config'>,
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
  qr: certificateLink(config, certificate),
  ...pictures,
});
