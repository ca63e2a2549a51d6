import { type Sentence, looseSentenceOf, textIn } from './table';

/** What is wrong with a mark, in a sheet or keyed in. */
export const MARK_PROBLEMS: Readonly<Record<string, Sentence>> = {
  'not-a-score': (data) =>
    `“${textIn(data, 'value')}”不是成绩，请填 0 到 100，最多两位小数，或填缺考、作弊、免考、取消`,
  'ticket-unknown': (data) => `准考证号“${textIn(data, 'value')}”不在本批次中`,
  'ticket-twice': '同一准考证号出现了两次',
  'differs-from-first': '与先登的不一致',
  'first-missing': '先登的里没有这个成绩',
  'own-mark': '这个成绩是您自己登的，要由另一人来登',
  'name-mismatch': '姓名与准考证号对不上',
  'subject-not-taken': '这名考生不考这一科，请留空',
  'no-kept-pass': '这名考生没有这一科的保留成绩，不能免考',
  'not-points': (data) => `“${textIn(data, 'value')}”不是成绩，请填 0 到 100，最多两位小数`,
  'entrant-unknown': (data) => `参赛号“${textIn(data, 'value')}”不在名单里`,
  'entrant-twice': '同一参赛号出现了两次',
  'entrant-name-mismatch': '姓名与参赛号对不上',
  'absent-at-door': (data) =>
    `考场记录这名考生缺考，表里却是${textIn(data, 'value')}；请填“缺考”，或请考务员先在“现场进度”里更正`,
};

export const markProblemSentence = looseSentenceOf(MARK_PROBLEMS, '这个成绩有误');
