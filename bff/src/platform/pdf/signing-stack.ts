import { type ApplicationFormPdf, drawApplicationForm } from './application-form';
import type { Fonts } from './fonts';
import { type LetterPdf, drawLetter } from './letter';
import { INK, PAGE, printPdf } from './pdf-document';
import { drawQr } from './qr';

/** A paper to sign, and the address that the code on each of its pages opens. */
export type SigningSheet = { readonly link: string } & (
  { readonly form: ApplicationFormPdf } | { readonly letter: LetterPdf }
);

const QR_SIZE = 60;

/** Papers of many people in one file, each on pages of its own, with a code in the upper right corner of every page. */
export const renderSigningStack = (fonts: Fonts, title: string, sheets: readonly SigningSheet[]): Promise<Buffer> =>
  printPdf(fonts, title, (document) => {
    let link = '';
    const mark = () => {
      drawQr(document, link, { x: PAGE.right - QR_SIZE + 30, y: 14, size: QR_SIZE });
      document.fillColor(INK);
    };
    document.on('pageAdded', mark);
    for (const [at, sheet] of sheets.entries()) {
      link = sheet.link;
      if (at > 0) document.addPage();
      else mark();
      if ('form' in sheet) drawApplicationForm(document, sheet.form);
      else drawLetter(document, sheet.letter);
    }
  });
