import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Fonts } from './fonts';
import { GREY, INNER_WIDTH, PAGE, dayInWords, printPdf, write } from './pdf-document';
import { drawQr } from './qr';

export type PosterPdf = {
  title: string;
  bodyName: string;
  kind: 'certification' | 'competition';
  /** Whether one enters behind the code; else it leads to the steps on somebody else's site. */
  entersHere: boolean;
  /** Null where the day is not known. */
  opensOn: LocalDate | null;
  closesOn: LocalDate | null;
  /** What the QR says. */
  link: string;
  /** Printed below the QR, for who cannot scan. */
  code: string;
};

const QR_SIZE = 300;

/** A poster of one A4 page: whose, what, when, and the code to scan. */
export const renderPoster = async (fonts: Fonts, poster: PosterPdf): Promise<Buffer> =>
  printPdf(fonts, poster.title, (document) => {
    const full = (y: number) => ({ x: PAGE.left, y, width: INNER_WIDTH });
    let y = write(document, poster.bodyName, full(70), { size: 18, align: 'center', color: GREY });
    y = write(document, poster.title, full(y + 24), { size: 26, bold: true, align: 'center', lineGap: 8 });
    y = write(document, posterDays(poster), full(y + 24), { size: 18, align: 'center' });
    const top = Math.max(y + 40, 330);
    drawQr(document, poster.link, { x: (PAGE.left + PAGE.right - QR_SIZE) / 2, y: top, size: QR_SIZE });
    y = write(document, posterCall(poster), full(top + QR_SIZE + 26), { size: 18, bold: true, align: 'center' });
    write(document, `海报编号 ${poster.code}`, full(y + 8), { size: 13, align: 'center', color: GREY });
  });

/** `报名时间：2025年6月16日至2025年7月25日`. */
export function posterDays({ opensOn, closesOn }: PosterPdf): string {
  if (opensOn === null && closesOn === null) return '报名时间以通知为准';
  const from = opensOn === null ? '' : dayInWords(opensOn);
  return `报名时间：${from}${closesOn === null ? '起' : `至${dayInWords(closesOn)}`}`;
}

export function posterCall({ kind, entersHere }: PosterPdf): string {
  if (kind === 'certification') return '微信或浏览器扫码查看与申报';
  return entersHere ? '微信或浏览器扫码报名参赛' : '微信或浏览器扫码查看官网报名步骤';
}
