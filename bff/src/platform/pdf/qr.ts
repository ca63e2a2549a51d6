import { create } from 'qrcode';
import type { PdfDocument } from './pdf-document';

export type QrBar = { x: number; y: number; width: number; height: number };

/** Dark bars of a QR code (error correction M) in a square of that size, without the quiet zone; a bar is a run of modules in one line. */
export function qrBars(text: string, size: number): QrBar[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = size / modules.size;
  const bars: QrBar[] = [];
  for (let line = 0; line < modules.size; line += 1) {
    let start: number | undefined;
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(line, column) === 1;
      if (dark) start ??= column;
      else if (start !== undefined) {
        bars.push({ x: start * module, y: line * module, width: (column - start) * module, height: module });
        start = undefined;
      }
    }
  }
  return bars;
}

/** Draws it as vectors; keep four modules of white around it. */
export function drawQr(document: PdfDocument, text: string, at: { x: number; y: number; size: number }): void {
  for (const bar of qrBars(text, at.size)) document.rect(at.x + bar.x, at.y + bar.y, bar.width, bar.height);
  document.fill('#000000');
}
