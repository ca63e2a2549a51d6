import type { Font } from 'fontkit';
import sharp from 'sharp';
import { type Fonts, printable } from './fonts';
import { linesOf, outlined, outlinedQr, svgOf, widthOf } from './outlines';
import { GREY } from './pdf-document';
import { type PosterPdf, posterCall, posterDays } from './poster';

const WIDTH = 1080;
const HEIGHT = 1528;
const MARGIN = 90;
const QR_SIZE = 560;

/** The same poster as a picture. */
export async function drawPosterPng(fonts: Fonts, poster: PosterPdf): Promise<Buffer> {
  const parts: string[] = [];
  const put = (font: Font, text: string, top: number, style: { size: number; color?: string }): number => {
    let y = top;
    for (const line of linesOf(font, printable(fonts, text), { size: style.size, width: WIDTH - 2 * MARGIN })) {
      y += style.size * 1.4;
      parts.push(outlined(font, line, { x: (WIDTH - widthOf(font, line, style.size)) / 2, y, ...style }));
    }
    return y;
  };
  let y = put(fonts.regular, poster.bodyName, 80, { size: 36, color: GREY });
  y = put(fonts.bold, poster.title, y + 30, { size: 50 });
  y = put(fonts.regular, posterDays(poster), y + 30, { size: 36 });
  const top = Math.max(y + 70, 620);
  parts.push(outlinedQr(poster.link, { left: (WIDTH - QR_SIZE) / 2, top, size: QR_SIZE }));
  y = put(fonts.bold, posterCall(poster), top + QR_SIZE + 40, { size: 38 });
  put(fonts.regular, `海报编号 ${poster.code}`, y + 10, { size: 28, color: GREY });
  return sharp(svgOf(WIDTH, HEIGHT, parts))
    .png()
    .toBuffer();
}
