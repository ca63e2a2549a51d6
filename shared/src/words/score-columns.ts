import type { ScoreColumnMeaning } from '../contract';
import { subjectWord } from './levels';
import { wordOf } from './table';

/** What a column of a computer test's result file holds. */
export const scoreColumnWord = wordOf<ScoreColumnMeaning>({
  unmapped: '还没有对',
  ticketNumber: '准考证号',
  name: '姓名',
  theory: `${subjectWord('theory')}成绩`,
  skill: `${subjectWord('skill')}成绩`,
  review: `${subjectWord('review')}成绩`,
  left: '用不到',
});
