import type { ScoreReviewState } from '../contract';
import { subjectWord } from './levels';
import { wordOf } from './table';

const scoreReviewStateWord = wordOf<ScoreReviewState>({
  open: '待办理',
  unchanged: '成绩不变',
  corrected: '成绩已更正',
});

/** The columns of what candidates ask to have checked again. */
export const SCORE_REVIEW_COLUMNS = {
  askedAt: { title: '提出时间' },
  state: { title: '状态', code: scoreReviewStateWord.any },
  name: { title: '姓名' },
  ticketNumber: { title: '准考证号' },
  subject: { title: '科目', code: subjectWord.any },
  points: { title: '现在的成绩' },
  reason: { title: '考生的理由' },
  decidedAt: { title: '办结时间' },
  answer: { title: '办结说明' },
};
