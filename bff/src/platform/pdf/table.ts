import { LINE, PAGE, type PdfDocument, ensureRoom, heightOf, shown } from './pdf-document';

export type Cell = {
  text: string;
  /** Share of the table's width. */
  span: number;
  /** Bold on a light ground. */
  label?: boolean;
  align?: 'left' | 'center';
};

export type TableBox = { x: number; width: number; size?: number; minHeight?: number };

const PADDING = 6;
const PADDING_ABOVE = 3;
const LABEL_GROUND = '#f2f2f2';

/** Rows from y downwards, each as high as its fullest cell, on a new page where one no longer fits; returns the y below. */
export function drawRows(
  document: PdfDocument,
  rows: readonly (readonly Cell[])[],
  box: TableBox,
  top: number,
): number {
  return rows.reduce((y, row) => drawRow(document, row, box, y), top);
}

export const label = (text: string, span: number): Cell => ({ text, span, label: true, align: 'center' });
export const value = (text: string, span: number, align: 'left' | 'center' = 'left'): Cell => ({ text, span, align });

function drawRow(document: PdfDocument, row: readonly Cell[], box: TableBox, top: number): number {
  const size = box.size ?? 10;
  const spans = row.reduce((sum, cell) => sum + cell.span, 0);
  const cells = row.map((cell) => {
    const width = (box.width * cell.span) / spans;
    const style = { size, bold: cell.label ?? false, lineGap: 2 };
    return { ...cell, width, style, textHeight: heightOf(document, cell.text, width - 2 * PADDING, style) };
  });
  const height = Math.max(box.minHeight ?? 26, ...cells.map((cell) => cell.textHeight + 2 * PADDING_ABOVE));
  const y = ensureRoom(document, top, Math.min(height, PAGE.bottom - PAGE.top));
  let { x } = box;
  for (const cell of cells) {
    if (cell.label) document.rect(x, y, cell.width, height).fill(LABEL_GROUND);
    document.lineWidth(0.6).strokeColor(LINE).rect(x, y, cell.width, height).stroke();
    document
      .font(cell.style.bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor('#1a1a1a')
      .text(shown(document, cell.text), x + PADDING, y + (height - cell.textHeight) / 2 + 1, {
        width: cell.width - 2 * PADDING,
        align: cell.align ?? 'left',
        lineGap: 2,
      });
    x += cell.width;
  }
  return y + height;
}
