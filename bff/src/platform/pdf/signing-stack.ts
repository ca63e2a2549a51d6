import { type ApplicationFormPdf, drawApplicationForm } from './application-form';
import type { Fonts } from './fonts';
import { type LetterPdf, drawLetter } from './letter';
import { INK, PAGE, printPdf } from './pdf-document';
import { drawQr } from './qr';

/**
 * A paper to sign, and the address that the code on each of its pages opens; the same address in a row is one stack of
 * papers, whose pages are counted behind it: `.2.3` is the second of three.
 */
export type SigningSheet = { readonly link: string } & (
  { readonly form: ApplicationFormPdf } | { readonly letter: LetterPdf }
);

const QR_SIZE = 60;

/** Papers of many people in one file, each on pages of its own, with a code in the upper right corner of every page. */
export const renderSigningStack = (fonts: Fonts, title: string, sheets: readonly SigningSheet[]): Promise<Buffer> =>
  printPdf(
    fonts,
    title,
    (document) => {
      const links: string[] = [];
      let link = '';
      const note = () => void links.push(link);
      document.on('pageAdded', note);
      for (const [at, sheet] of sheets.entries()) {
        link = sheet.link;
        if (at > 0) document.addPage();
        else note();
        if ('form' in sheet) drawApplicationForm(document, sheet.form);
        else drawLetter(document, sheet.letter);
      }
      // how many pages somebody has is known only now
      for (const [at, text] of counted(links).entries()) {
        document.switchToPage(at);
        drawQr(document, text, { x: PAGE.right - QR_SIZE + 30, y: 14, size: QR_SIZE });
        document.fillColor(INK);
      }
    },
    { bufferPages: true },
  );

function counted(links: readonly string[]): string[] {
  const last = new Map<string, number>();
  const parts = links.map((link) => {
    const part = (last.get(link) ?? 0) + 1;
    last.set(link, part);
    return part;
  });
  return links.map((link, at) => `${link}.${parts[at]}.${last.get(link)}`);
}
