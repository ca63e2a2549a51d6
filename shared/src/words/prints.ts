import type { PrintName } from '../contract';
import { type ExamDayWords, examDayWords } from './exam-day';

const namesOf = ({ ticket }: ExamDayWords): Readonly<Record<PrintName, string>> => ({
  attendance: '签到表',
  'seat-plan': '座次表',
  door: '门贴',
  desk: '桌贴',
  record: '考场记录单',
  'hand-out': `${ticket}发放表`,
  payers: '缴费人员签领表',
  tickets: ticket,
});

/** What a print of an exam day is called. */
export const printWord = (print: PrintName, ofStage: boolean | undefined): string =>
  namesOf(examDayWords(ofStage))[print];
