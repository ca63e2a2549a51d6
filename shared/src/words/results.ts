import type { CertificateView } from '../contract';
import type { Outcome, Retake, SubjectVerdict } from '../rules/results';
import { dayIn } from './dates';
import { looseSentenceOf, sentenceOf, textIn, wordOf } from './table';

export const outcomeWord = wordOf<Outcome>({
  passed: '合格',
  failed: '不合格',
  absent: '缺考',
  incomplete: '成绩未齐',
});

export const subjectVerdictWord = wordOf<SubjectVerdict['verdict']>({
  passed: '合格',
  failed: '不合格',
  absent: '缺考',
  kept: '成绩保留',
  unrecorded: '未登记',
});

type NoRetake = Extract<Retake, { possible: false }>['code'];

/** Why subjects cannot be taken again. */
export const retakeSentence = sentenceOf<NoRetake>({
  'retake-unstated': '本通知没有规定补考',
  'retake-not-needed': '各科都已合格，不需要补考',
  'retake-nothing-kept': '没有合格的科目可以保留，请重新报名全部科目',
  'retake-chances-used': '补考机会已经用完，请重新报名全部科目',
  'retake-over': (data) => `成绩保留到${dayIn(data, 'until')}，现在已经过期，请重新报名全部科目`,
});

/** The steps of a score review. */
export const scoreReviewWord = wordOf({
  open: '复核中',
  unchanged: '复核完成，成绩不变',
  corrected: '复核完成，成绩已更正',
  asked: '提出复核',
  'decided-unchanged': '复核结果：成绩不变',
  'decided-corrected': '复核结果：成绩更正',
});

export const certificateStateWord = wordOf<CertificateView['state']>({ issued: '有效', void: '已作废' });

/** What is wrong in one cell of a score sheet. */
export const sheetProblemSentence = looseSentenceOf(
  {
    'not-a-score': (data) => `“${textIn(data, 'value')}”不是成绩，请填 0 到 100，最多两位小数；缺考请填“缺考”`,
    'score-missing': '没有填成绩；缺考请填“缺考”',
    'ticket-unknown': (data) => `准考证号“${textIn(data, 'value')}”不在本批次中`,
    'ticket-missing': '没有填准考证号',
    'ticket-twice': '同一准考证号出现了两次',
    'name-mismatch': '姓名与准考证号对不上',
    'candidate-missing': '表格里少了这名考生',
    'column-missing': '缺少这一列，请使用下载的模板',
    'subject-not-taken': '这名考生不考这一科，请留空',
    'column-twice': '这一列出现了两次，请使用下载的模板',
    'value-missing': '这一格没有填',
    'digits-lost': '准考证号被表格改成了数字，丢了后面的位数，请把该列设为文本',
    'cell-error': '这一格显示为错误，请改成数字',
    formula: '这一格是公式，请改成数字',
  },
  '这一格的内容有误',
);
