import { LINE, type PdfDocument } from './pdf-document';

declare global {
  // The published types leave out that an image is opened once and drawn often.
  namespace PDFKit.Mixins {
    interface OpenedImage {
      readonly label: string;
    }
    interface PDFImage {
      openImage(src: Buffer): OpenedImage;
      image(src: OpenedImage, x: number, y: number, options: ImageOption): this;
    }
  }
}

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

/** A signature or seal wholly inside its box, over what is printed there; the same one on many pages is embedded once. */
export function drawMark(document: PdfDocument, image: Uint8Array, box: Box): void {
  const opened = openedIn.get(document) ?? new Map<Uint8Array, PDFKit.Mixins.OpenedImage>();
  openedIn.set(document, opened);
  const mark = opened.get(image) ?? document.openImage(Buffer.from(image));
  opened.set(image, mark);
  document.image(mark, box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' });
}

const openedIn = new WeakMap<PdfDocument, Map<Uint8Array, PDFKit.Mixins.OpenedImage>>();
