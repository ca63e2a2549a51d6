import type { PrintName } from '../contract';
import { wordOf } from './table';

/** What a print is called. */
export const printWord = wordOf<PrintName>({
  attendance: '签到表',
  'seat-plan': '座次表',
  door: '门贴',
  desk: '桌贴',
  record: '考场记录单',
  'hand-out': '准考证发放表',
  payers: '缴费人员签领表',
  tickets: '准考证',
});
