import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Fonts } from './fonts';
import { drawMark, drawPhoto } from './images';
import { GREY, INK, LINE, type PdfDocument, dayInWords, printPdf, write } from './pdf-document';
import { drawQr } from './qr';

export type CertificatePdf = {
  /** 22 characters. */
  number: string;
  name: string;
  documentType: string;
  documentNumber: string;
  occupation: string;
  workType: string | null;
  level: string;
  bodyName: string;
  /** PNG with a transparent ground; null prints the name alone. */
  seal: Uint8Array | null;
  photo: Uint8Array;
  issuedOn: LocalDate;
  /** Signed token. */
  qr: string;
  /** The official look-up; null where the notice names none. */
  lookupUrl: string | null;
  /** When it was printed again, the paper being lost; null for a first one. */
  duplicatedOn: LocalDate | null;
};

const WIDTH = 841.89;
const HEIGHT = 595.28;
const RED = '#b3121d';
const LEFT = 96;
const QR_SIZE = 104;
const PHOTO = { x: 618, y: 192, width: 118, height: 165 };

/** On what it is printed: blank paper, or a form that bears the frame and the labels already, moved in points. */
export type CertificateForm = 'blank' | { readonly right: number; readonly down: number };

/** The certificate on one landscape page. */
export const renderCertificate = (fonts: Fonts, certificate: CertificatePdf): Promise<Buffer> =>
  renderCertificates(fonts, {
    title: `职业技能等级证书 ${certificate.number}`,
    certificates: [certificate],
    form: 'blank',
  });

/** Many certificates in one file, and the form they go onto. */
export type CertificateBatch = {
  readonly title: string;
  readonly certificates: readonly CertificatePdf[];
  readonly form: CertificateForm;
};

/** A landscape page each, in the order given. */
export const renderCertificates = (fonts: Fonts, { title, certificates, form }: CertificateBatch): Promise<Buffer> =>
  printPdf(
    fonts,
    title,
    (document) => {
      for (const [at, certificate] of certificates.entries()) {
        if (at > 0) document.addPage();
        if (form === 'blank') drawWhole(document, certificate);
        else drawOnForm(document, certificate, form);
      }
    },
    { layout: 'landscape' },
  );

function drawWhole(document: PdfDocument, certificate: CertificatePdf): void {
  drawFrame(document);
  write(
    document,
    '职业技能等级证书',
    { x: 0, y: 66, width: WIDTH },
    { size: 34, bold: true, color: RED, align: 'center' },
  );
  const promise = `本证书由${certificate.bodyName}颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。`;
  write(document, promise, { x: LEFT, y: 126, width: WIDTH - 2 * LEFT }, { size: 12.5, indent: 25, lineGap: 5 });
  drawFields(document, certificate);
  drawPhoto(document, certificate.photo, PHOTO);
  drawProof(document, certificate);
  drawIssuer(document, certificate);
  drawDuplicate(document, certificate);
}

/** What differs from one to the next, where it stands on the whole one; the form has the rest, seal and all. */
function drawOnForm(
  document: PdfDocument,
  certificate: CertificatePdf,
  { right, down }: Exclude<CertificateForm, 'blank'>,
): void {
  document.save().translate(right, down);
  for (const { y, text, isName } of fieldsOf(certificate))
    write(document, text, { x: LEFT + 88, y, width: 390 }, { size: 14, bold: isName, color: INK });
  drawPhoto(document, certificate.photo, PHOTO);
  drawQr(document, certificate.qr, { x: LEFT, y: HEIGHT - 62 - QR_SIZE, size: QR_SIZE });
  write(document, dayInWords(certificate.issuedOn), { x: 470, y: 484, width: 270 }, { size: 13, align: 'center' });
  drawDuplicate(document, certificate);
  document.restore();
}

/** A paper that stands for a lost one says so, for both bear one number. */
function drawDuplicate(document: PdfDocument, { duplicatedOn }: CertificatePdf): void {
  if (duplicatedOn === null) return;
  const text = `补发　${dayInWords(duplicatedOn)}（原证书遗失，编号不变）`;
  write(document, text, { x: LEFT, y: 420, width: 390 }, { size: 11, bold: true });
}

function drawFrame(document: PdfDocument): void {
  document
    .strokeColor(RED)
    .lineWidth(2.4)
    .rect(28, 28, WIDTH - 56, HEIGHT - 56)
    .stroke();
  document
    .lineWidth(0.6)
    .rect(35, 35, WIDTH - 70, HEIGHT - 70)
    .stroke();
}

type Field = { readonly name: string; readonly text: string; readonly y: number; readonly isName: boolean };

const fieldsOf = (certificate: CertificatePdf): readonly Field[] =>
  (
    [
      ['姓　　名', certificate.name],
      ['证件类型', certificate.documentType],
      ['证件号码', certificate.documentNumber],
      ['职业名称', certificate.occupation],
      ['工　　种', certificate.workType ?? '——'],
      ['技能等级', certificate.level],
      ['证书编号', certificate.number],
    ] as const
  ).map(([name, text], at) => ({ name, text, y: 196 + at * 31, isName: at === 0 }));

function drawFields(document: PdfDocument, certificate: CertificatePdf): void {
  for (const { name, text, y, isName } of fieldsOf(certificate)) {
    write(document, name, { x: LEFT, y, width: 76 }, { size: 13, color: GREY });
    write(document, text, { x: LEFT + 88, y, width: 390 }, { size: 14, bold: isName, color: INK });
    document
      .strokeColor(LINE)
      .lineWidth(0.4)
      .moveTo(LEFT + 84, y + 23)
      .lineTo(LEFT + 480, y + 23)
      .stroke();
  }
}

function drawProof(document: PdfDocument, certificate: CertificatePdf): void {
  const y = HEIGHT - 62 - QR_SIZE;
  drawQr(document, certificate.qr, { x: LEFT, y, size: QR_SIZE });
  const box = { x: LEFT + QR_SIZE + 18, width: 240 };
  const below = write(document, '扫描二维码核验证书', { ...box, y: y + 34 }, { size: 11, bold: true });
  if (certificate.lookupUrl === null) return;
  const next = write(document, '证书查询网址', { ...box, y: below + 4 }, { size: 10, color: GREY });
  write(document, certificate.lookupUrl, { ...box, y: next }, { size: 10 });
}

function drawIssuer(document: PdfDocument, certificate: CertificatePdf): void {
  const box = { x: 470, width: 270 };
  write(document, certificate.bodyName, { ...box, y: 452 }, { size: 14, bold: true, align: 'center' });
  write(document, dayInWords(certificate.issuedOn), { ...box, y: 484 }, { size: 13, align: 'center' });
  if (certificate.seal !== null) drawMark(document, certificate.seal, { x: 606, y: 412, width: 116, height: 116 });
}
