import { LINE, type PdfDocument } from './pdf-document';

type Box = { x: number; y: number; width: number; height: number };

/** A portrait that fills its frame, cut evenly where its ratio differs. */
export function drawPhoto(document: PdfDocument, photo: Uint8Array, box: Box): void {
  document.save().rect(box.x, box.y, box.width, box.height).clip();
  document.image(Buffer.from(photo), box.x, box.y, {
    cover: [box.width, box.height],
    align: 'center',
    valign: 'center',
  });
  document.restore();
  document.lineWidth(0.6).strokeColor(LINE).rect(box.x, box.y, box.width, box.height).stroke();
}

/** A signature or seal wholly inside its box, over what is printed there. */
export function drawMark(document: PdfDocument, image: Uint8Array, box: Box): void {
  document.image(Buffer.from(image), box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' });
}
