import type { CERTIFICATE_STATES, CertificateHold, ScoreReviewState, ScoreReviewView } from '../contract';
import type { Outcome, Retake, SubjectVerdict } from '../rules/results';
import { dayIn } from './dates';
import { sentenceOf, wordOf } from './table';

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
  cancelled: '成绩取消（违纪）',
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
export const scoreReviewWord = wordOf<ScoreReviewState | ScoreReviewView['ledger'][number]['code']>({
  open: '复核中',
  unchanged: '复核完成，成绩不变',
  corrected: '复核完成，成绩已更正',
  asked: '提出复核',
  'decided-unchanged': '复核结果：成绩不变',
  'decided-corrected': '复核结果：成绩更正',
});

/** Why somebody who passed waits for a certificate. */
export const certificateHoldWord = wordOf<CertificateHold>({
  'review-open': '成绩正在复核，办完后再发',
  'level-without-form': '这个等级没有全国统一的证书编号，暂不能发',
  'not-printable': '姓名里有打不出的字，办结这条待核查事项后再发',
});

export const certificateStateWord = wordOf<(typeof CERTIFICATE_STATES)[number]>({
  issued: '有效',
  'to-replace': '信息已更正，待换发',
  void: '已作废',
  replaced: '已换发新证',
});
