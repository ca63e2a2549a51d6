import type { Font } from 'fontkit';
import sharp from 'sharp';
import { type Fonts, printable } from './fonts';
import { GREY, INK } from './pdf-document';
import { type PosterPdf, posterCall, posterDays } from './poster';
import { qrBars } from './qr';

const WIDTH = 1080;
const HEIGHT = 1528;
const MARGIN = 90;
const QR_SIZE = 560;

/** The same poster as a picture; letters are drawn as outlines, for the server has no Chinese fonts of its own. */
export async function drawPosterPng(fonts: Fonts, poster: PosterPdf): Promise<Buffer> {
  const parts: string[] = [];
  const put = (font: Font, text: string, top: number, style: { size: number; color?: string }): number => {
    let y = top;
    for (const line of linesOf(font, printable(fonts, text), style.size)) {
      y += style.size * 1.4;
      parts.push(centred(font, line, { y, ...style }));
    }
    return y;
  };
  let y = put(fonts.regular, poster.bodyName, 80, { size: 36, color: GREY });
  y = put(fonts.bold, poster.title, y + 30, { size: 50 });
  y = put(fonts.regular, posterDays(poster), y + 30, { size: 36 });
  const top = Math.max(y + 70, 620);
  const left = (WIDTH - QR_SIZE) / 2;
  for (const bar of qrBars(poster.link, QR_SIZE))
    parts.push(
      `<rect x="${left + bar.x}" y="${top + bar.y}" width="${bar.width}" height="${bar.height}" shape-rendering="crispEdges"/>`,
    );
  y = put(fonts.bold, posterCall(poster), top + QR_SIZE + 40, { size: 38 });
  put(fonts.regular, `海报编号 ${poster.code}`, y + 10, { size: 28, color: GREY });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Breaks anywhere, as Chinese may. */
function linesOf(font: Font, text: string, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && widthOf(font, line + character, size) > WIDTH - 2 * MARGIN) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

const widthOf = (font: Font, text: string, size: number): number =>
  (font.layout(text).advanceWidth * size) / font.unitsPerEm;

function centred(font: Font, text: string, style: { y: number; size: number; color?: string }): string {
  const { glyphs, positions } = font.layout(text);
  const scale = style.size / font.unitsPerEm;
  let x = (WIDTH - widthOf(font, text, style.size)) / 2;
  const outlines = glyphs.map((glyph, at) => {
    const outline = `<path transform="translate(${x} ${style.y}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
    x += (positions[at]?.xAdvance ?? 0) * scale;
    return outline;
  });
  return `<g fill="${style.color ?? INK}">${outlines.join('')}</g>`;
}
