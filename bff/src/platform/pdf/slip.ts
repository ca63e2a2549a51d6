import type { Fonts } from './fonts';
import { GREY, INNER_WIDTH, PAGE, ensureRoom, heightOf, printPdf, write } from './pdf-document';
import { drawQr } from './qr';

export type SlipPdf = {
  readonly bodyName: string;
  readonly noticeTitle: string;
  readonly name: string;
  readonly offering: string;
  readonly sessionName: string;
  /** What the QR says. */
  readonly link: string;
  /** Printed below the QR, for a counter without a scanner. */
  readonly code: string;
  /** What to bring, a line each. */
  readonly bring: readonly string[];
  readonly address: string;
  readonly hours: string;
  /** The days that are still to come, in words. */
  readonly days: readonly string[];
};

const QR_SIZE = 190;
/** Days that fit beside the rest; the app shows all. */
const MOST_DAYS = 8;

/** What somebody takes along to the counter: one A4 page with the code to scan. */
export const renderSlip = async (fonts: Fonts, slip: SlipPdf): Promise<Buffer> =>
  printPdf(fonts, '现场报名单', (document) => {
    const full = (y: number) => ({ x: PAGE.left, y, width: INNER_WIDTH });
    let y = write(document, slip.bodyName, full(54), { size: 13, align: 'center', color: GREY });
    y = write(document, '现场报名单', full(y + 6), { size: 24, bold: true, align: 'center' });
    y = write(document, slip.noticeTitle, full(y + 6), { size: 11, align: 'center', color: GREY });
    drawQr(document, slip.link, { x: (PAGE.left + PAGE.right - QR_SIZE) / 2, y: y + 20, size: QR_SIZE });
    y = write(document, codeInGroups(slip.code), full(y + 20 + QR_SIZE + 16), {
      size: 24,
      bold: true,
      align: 'center',
    });
    y = write(document, '请向窗口工作人员出示', full(y + 2), { size: 11, align: 'center', color: GREY });
    const section = (title: string, lines: readonly string[]) => {
      const needed = lines.reduce((sum, line) => sum + heightOf(document, line, INNER_WIDTH, { size: 12 }) + 4, 30);
      y = ensureRoom(document, y + 14, needed);
      y = write(document, title, full(y), { size: 13, bold: true });
      for (const line of lines) y = write(document, line, full(y + 4), { size: 12 });
    };
    section('报名人', [`${slip.name}　${slip.offering}　${slip.sessionName}`]);
    section(
      '请带好',
      slip.bring.map((line, at) => `${at + 1}．${line}`),
    );
    const shown = slip.days.slice(0, MOST_DAYS);
    const more = slip.days.length > shown.length ? [`共 ${slip.days.length} 天，其余日期请在手机上查看`] : [];
    section('办理地点和时间', [slip.address, slip.hours, ...shown, ...more]);
  });

/** `ABCD EFGH`: easier to read out. */
const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
