import type { LocalDate } from '@jikaotong/shared/kernel';
import { drawMark } from './images';
import { INNER_WIDTH, LINE, PAGE, type PdfDocument, dayInWords, ensureRoom, write } from './pdf-document';

type Signing = {
  title: string;
  signature: Uint8Array | null;
  signedOn: LocalDate | null;
  correctedOn: LocalDate | null;
};

/** A line to sign on, with the signature over it when there is one, and the day below or beside; returns the y below. */
export function drawSigning(document: PdfDocument, signing: Signing, top: number, oneLine = false): number {
  const room = (oneLine ? 50 : 84) + (signing.correctedOn === null ? 0 : 24);
  const y = ensureRoom(document, top, room) + 20;
  const x = oneLine ? PAGE.left + 110 : PAGE.left + 250;
  const width = 226;
  write(document, signing.title, { x, y, width }, { size: 11 });
  document
    .lineWidth(0.5)
    .strokeColor(LINE)
    .moveTo(x + 92, y + 18)
    .lineTo(x + width, y + 18)
    .stroke();
  if (signing.signature !== null)
    drawMark(document, signing.signature, { x: x + 96, y: y - 24, width: 126, height: 46 });
  const day = signing.signedOn === null ? '　　　　年　　月　　日' : dayInWords(signing.signedOn);
  const dayBox = oneLine ? { x: x + width + 12, y, width: 138 } : { x, y: y + 34, width };
  const below = write(document, `日期：${day}`, dayBox, { size: 11 });
  if (signing.correctedOn === null) return below;
  const words = `签名之后，以上内容于${dayInWords(signing.correctedOn)}经审核更正。`;
  return write(document, words, { x: PAGE.left + 8, y: below + 6, width: INNER_WIDTH - 16 }, { size: 10.5 });
}
