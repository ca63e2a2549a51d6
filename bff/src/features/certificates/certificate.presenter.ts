import type { CertificateView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { maskName, maskNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, fullDayWords, levelWord } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { findBody } from '../bodies';
import type { ImportedCertificate } from '../imported-records';
import type { CardPicture, CertificatePdf } from '../../platform/pdf';
import type { Ports } from '../../platform/http';
import { type Certificate, certificateWords } from './certificate.record';
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
    registeredOn: certificate.registeredOn,
    duplicatedOn: certificate.duplicatedOn,
    voidedOn: voidedOn(certificate),
    voidReason: certificateWords.openIf(crypto, certificate, 'voidReason'),
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

/** The same as a picture for the album, the number of the document masked. */
export function picturedCertificate(
  ports: Pick<Ports, 'crypto' | 'config'>,
  certificate: Certificate,
  photo: Uint8Array,
): CardPicture {
  const printed = printedCertificate(ports, certificate, { photo, seal: null, lookupUrl: null });
  return {
    title: '职业技能等级证书',
    bodyName: printed.bodyName,
    name: printed.name,
    facts: [printed.documentType, maskNumber(printed.documentNumber)],
    photo,
    rows: [
      { label: '职业', lines: [[printed.occupation, printed.workType].filter(Boolean).join(' ')] },
      { label: '等级', lines: [printed.level] },
      { label: '证书编号', lines: [printed.number] },
      { label: '发证日期', lines: [fullDayWords(printed.issuedOn)] },
    ],
    qr: printed.qr,
    foot: '任何人都可以扫码核验真伪',
  };
}

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
  duplicatedOn: certificate.duplicatedOn,
  qr: certificateLink(config, certificate),
  ...pictures,
});

/** One from before, as a stranger learns of it. */
export const presentBefore = async (h: Handle, { name, bodyId, content }: ImportedCertificate) => ({
  number: content.number,
  state: content.voidedOn === null ? ('issued' as const) : ('void' as const),
  nameMasked: maskName(name),
  occupation: content.offering.occupation,
  level: content.offering.level,
  bodyName: (await findBody(h, bodyId))?.name ?? '',
  issuedOn: content.issuedOn,
  voidedOn: content.voidedOn,
  replaced: false,
  duplicatedOn: null,
  fromBefore: true,
});
