import type { Font } from 'fontkit';
import { INK } from './pdf-document';
import { qrBars } from './qr';

type Style = { readonly x: number; readonly y: number; readonly size: number; readonly color?: string };

/** Letters as outlines of an SVG, for the server has no Chinese fonts of its own; `y` is the line they stand on. */
export function outlined(font: Font, text: string, { x: left, y, size, color = INK }: Style): string {
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let x = left;
  const outlines = glyphs.map((glyph, at) => {
    const outline = `<path transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
    x += (positions[at]?.xAdvance ?? 0) * scale;
    return outline;
  });
  return `<g fill="${color}">${outlines.join('')}</g>`;
}

export const widthOf = (font: Font, text: string, size: number): number =>
  (font.layout(text).advanceWidth * size) / font.unitsPerEm;

/** Breaks anywhere, as Chinese may. */
export function linesOf(font: Font, text: string, { size, width }: { size: number; width: number }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && widthOf(font, line + character, size) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** A QR code with its upper left corner there. */
export const outlinedQr = (text: string, at: { left: number; top: number; size: number }): string =>
  qrBars(text, at.size)
    .map(
      (bar) =>
        `<rect x="${at.left + bar.x}" y="${at.top + bar.y}" width="${bar.width}" height="${bar.height}" shape-rendering="crispEdges"/>`,
    )
    .join('');

/** On white. */
export const svgOf = (width: number, height: number, parts: readonly string[]): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`,
  );
