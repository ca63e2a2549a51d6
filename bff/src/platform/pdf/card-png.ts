import type { Font } from 'fontkit';
import sharp from 'sharp';
import { type Fonts, printable } from './fonts';
import { linesOf, outlined, outlinedQr, svgOf, widthOf } from './outlines';
import { GREY } from './pdf-document';

/** A ticket or certificate as a picture for the album of a phone. */
export type CardPicture = {
  readonly title: string;
  readonly bodyName: string;
  readonly name: string;
  /** Beside the portrait, one below the other; the first is the larger. */
  readonly facts: readonly string[];
  /** JPEG or PNG bytes, or what is said in its place. */
  readonly photo: Uint8Array | string;
  readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly qr: string;
  readonly foot: string;
};

const WIDTH = 1080;
const MARGIN = 80;
const INNER = WIDTH - 2 * MARGIN;
const PHOTO = { width: 260, height: 364 };
const QR_SIZE = 560;

/** As high as its rows need. */
export async function drawCardPng(fonts: Fonts, card: CardPicture): Promise<Buffer> {
  const parts: string[] = [];
  type At = { readonly x?: number; readonly size: number; readonly bold?: boolean; readonly color?: string };
  const put = (text: string, top: number, { x, size, bold = false, color }: At): number => {
    const font: Font = bold ? fonts.bold : fonts.regular;
    let y = top;
    const width = x === undefined ? INNER : WIDTH - MARGIN - x;
    for (const line of linesOf(font, printable(fonts, text), { size, width })) {
      y += size * 1.4;
      const left = x ?? (WIDTH - widthOf(font, line, size)) / 2;
      parts.push(outlined(font, line, { x: left, y, size, ...(color !== undefined && { color }) }));
    }
    return y;
  };
  let y = put(card.bodyName, 50, { size: 36, color: GREY });
  y = put(card.title, y + 6, { size: 60, bold: true });
  const top = Math.round(y + 50);
  const beside = MARGIN + PHOTO.width + 40;
  y = put(card.name, top - 16, { x: beside, size: 56, bold: true });
  for (const fact of card.facts) y = put(fact, y + 8, { x: beside, size: 36 });
  y = Math.max(y, top + PHOTO.height) + 40;
  for (const { label, lines } of card.rows) {
    parts.push(`<rect x="${MARGIN}" y="${y}" width="${INNER}" height="2" fill="#d0d0d0"/>`);
    y = put(label, y + 14, { x: MARGIN, size: 32, color: GREY });
    for (const line of lines) y = put(line, y + 2, { x: MARGIN, size: 38 });
    y += 26;
  }
  const qrTop = Math.round(y + 30);
  parts.push(outlinedQr(card.qr, { left: (WIDTH - QR_SIZE) / 2, top: qrTop, size: QR_SIZE }));
  y = put(card.foot, qrTop + QR_SIZE + 10, { size: 32, color: GREY });
  if (typeof card.photo === 'string') {
    parts.push(
      `<rect x="${MARGIN}" y="${top}" width="${PHOTO.width}" height="${PHOTO.height}" fill="none" stroke="#d0d0d0" stroke-width="2"/>`,
    );
    let line = top + 40;
    for (const words of linesOf(fonts.regular, card.photo, { size: 32, width: PHOTO.width - 40 })) {
      line += 45;
      parts.push(outlined(fonts.regular, words, { x: MARGIN + 20, y: line, size: 32, color: GREY }));
    }
  }
  const picture = sharp(svgOf(WIDTH, Math.round(y + 60), parts));
  if (typeof card.photo !== 'string') {
    const photo = await sharp(card.photo)
      .resize({ ...PHOTO, fit: 'contain', background: '#fff' })
      .toBuffer();
    picture.composite([{ input: photo, left: MARGIN, top }]);
  }
  return picture.png().toBuffer();
}
