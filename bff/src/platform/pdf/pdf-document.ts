import PdfKit from 'pdfkit';
import { type Fonts, printable } from './fonts';

export type PdfDocument = PDFKit.PDFDocument;

/** A4 in points, and the box that we print in. */
export const PAGE = { width: 595.28, height: 841.89, left: 54, right: 541.28, top: 50, bottom: 791 };
export const INNER_WIDTH = PAGE.right - PAGE.left;
export const INK = '#1a1a1a';
export const GREY = '#595959';
export const LINE = '#4d4d4d';

type PrintOptions = {
  readonly layout?: 'portrait' | 'landscape';
  /** All pages stay open until the end, to be gone back to. */
  readonly bufferPages?: boolean;
};

/** A4 pages with both fonts registered as `regular` and `bold`; resolves with the finished file. */
export async function printPdf(
  fonts: Fonts,
  title: string,
  draw: (document: PdfDocument) => void,
  { layout = 'portrait', bufferPages = false }: PrintOptions = {},
): Promise<Buffer> {
  const document = new PdfKit({
    size: 'A4',
    layout,
    bufferPages,
    margins: { top: PAGE.top, bottom: 30, left: PAGE.left, right: PAGE.left },
    info: { Title: title },
    lang: 'zh-CN',
    displayTitle: true,
    // Nothing is set in Helvetica: opening it would cost more than the page.
    font: '',
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  fontsOf.set(document, fonts);
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
  document.font('regular').fillColor(INK).lineWidth(0.6);
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

const fontsOf = new WeakMap<PdfDocument, Fonts>();

/** What a document can show of a text; every text goes through this on its way to paper. */
export function shown(document: PdfDocument, text: string): string {
  const fonts = fontsOf.get(document);
  if (!fonts) throw new Error('not a document of ours');
  return printable(fonts, text);
}

type TextStyle = {
  size?: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'center' | 'right' | 'justify';
  lineGap?: number;
  indent?: number;
};

/** Text in a box from its top left corner; returns the y below it. */
export function write(
  document: PdfDocument,
  text: string,
  box: { x: number; y: number; width: number },
  style: TextStyle = {},
): number {
  const { size = 10.5, bold = false, color = INK, align = 'left', lineGap = 3, indent = 0 } = style;
  document
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(color)
    .text(shown(document, text), box.x, box.y, { width: box.width, align, lineGap, indent });
  return document.y;
}

/** Height that `write` would take. */
export function heightOf(document: PdfDocument, text: string, width: number, style: TextStyle = {}): number {
  document.font(style.bold ? 'bold' : 'regular').fontSize(style.size ?? 10.5);
  return document.heightOfString(shown(document, text), {
    width,
    lineGap: style.lineGap ?? 3,
    indent: style.indent ?? 0,
  });
}

/** A new page when fewer points than this are left; returns the y to go on at. */
export function ensureRoom(document: PdfDocument, y: number, needed: number): number {
  if (y + needed <= PAGE.bottom) return y;
  document.addPage();
  return PAGE.top;
}

/** `2026-12-12` as `2026年12月12日`. */
export const dayInWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};
