import { LINE, type Paper } from './paper';

type Box = { x: number; y: number; width: number; height: number };

/** A portrait that fills its frame, cut evenly where its ratio differs. */
export function drawPhoto(paper: Paper, photo: Uint8Array, box: Box): void {
  paper.save().rect(box.x, box.y, box.width, box.height).clip();
  paper.image(Buffer.from(photo), box.x, box.y, { cover: [box.width, box.height], align: 'center', valign: 'center' });
  paper.restore();
  paper.lineWidth(0.6).strokeColor(LINE).rect(box.x, box.y, box.width, box.height).stroke();
}

/** A signature or seal wholly inside its box, over what is printed there. */
export function drawMark(paper: Paper, image: Uint8Array, box: Box): void {
  paper.image(Buffer.from(image), box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' });
}
