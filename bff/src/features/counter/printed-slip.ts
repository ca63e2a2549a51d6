import type { SlipView } from '@jikaotong/shared/contract';
import { fullDayWords, levelWord, weekdayWord } from '@jikaotong/shared/words';
import type { SlipPdf } from '../../platform/pdf';

/** The slip on paper; null once its code is dead or it was confirmed. */
export function printedSlip(slip: SlipView): SlipPdf | null {
  const { code, link, offering, counter } = slip;
  if (slip.state !== 'waiting' || code === null || link === null) return null;
  return {
    bodyName: slip.bodyName,
    noticeTitle: slip.noticeTitle,
    name: slip.candidateName,
    offering: [offering.occupation, offering.workType, offering.level === null ? null : levelWord(offering.level)]
      .filter((part) => part !== null)
      .join(' '),
    sessionName: slip.sessionName,
    link,
    code,
    bring: [
      ...slip.bring.map(({ alternatives }) =>
        alternatives
          .map((items) => items.map((item) => `${item.printed}${item.keeps ? '（签字后交原件）' : '原件'}`).join('、'))
          .join(' 或 '),
      ),
      ...(slip.photoPrint === null ? [] : [`照片：${slip.photoPrint}`]),
    ],
    address: counter.address,
    hours: counter.hours.map(({ from, to }) => `${from}–${to}`).join('、'),
    days: counter.days.map((day) => `${fullDayWords(day)}（${weekdayWord(day)}）`),
  };
}
