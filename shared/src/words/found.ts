import type { FoundPlace } from '../contract';
import { wordOf } from './table';

/** Where staff go on with somebody they have found. */
export const foundPlaceWord = wordOf<FoundPlace>({
  review: '报名与审核',
  counter: '现场受理',
  entry: '竞赛报名',
  order: '缴费',
  seat: '座位',
  score: '成绩',
  certificate: '证书',
});
