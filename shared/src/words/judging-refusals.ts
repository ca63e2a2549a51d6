import type { RefusalCode } from '../contract';
import type { SheetFault } from '../rules/judging';
import { type Sentence, numberIn, textIn, wordOf } from './table';

type JudgingRefusal = Extract<
  RefusalCode,
  | 'sheet-refused'
  | 'sheet-short'
  | 'sheet-mark-refused'
  | 'key-holders-wrong'
  | 'judge-stands'
  | 'lock-by-another'
  | 'lock-unseen'
  | 'marks-missing'
  | 'marks-unchecked'
  | 'marks-uncombined'
  | 'judge-conflicts-open'
  | 'judging-open'
>;

/** Why the judging of a stage says no. */
export const JUDGING_REFUSALS: Readonly<Record<JudgingRefusal, Sentence>> = {
  'sheet-refused': (data) => sheetFaultWord.any(String(data['code'])),
  'sheet-short': (data) => `各项满分加起来只有${numberIn(data, 'points')}分，不到100分，请核对后再保存`,
  'sheet-mark-refused': '分数和评分表对不上，请核对每一项的满分和分档',
  'key-holders-wrong': '请指定两位不同的考务员或管理员保管号码与姓名的对应',
  'judge-stands': (data) => `这个手机号的${textIn(data, 'name')}裁判已安排，请改场次，或换一个手机号`,
  'lock-by-another': '锁定是您提交的，要由另一位工作人员确认',
  'lock-unseen': (data) =>
    `有${numberIn(data, 'outliers')}个分数差距大，${numberIn(data, 'heats')}场还没有到开始时间，请看过再锁定`,
  'marks-missing': (data) => `还有${numberIn(data, 'numbers')}个号没有评完，评完或登记缺考后才能锁定`,
  'marks-unchecked': (data) => `还有${numberIn(data, 'marks')}个录入的分数没有第二人核对`,
  'marks-uncombined': (data) =>
    `第${numberIn(data, 'heat')}场${numberIn(data, 'station')}号工位的分数合不成一个成绩，请核对裁判人数和评分表`,
  'judge-conflicts-open': (data) => `还有${numberIn(data, 'count')}条评分要处理，处理完才能锁定`,
  'judging-open': '裁判正在评分，分数还没有锁定，不能公布名次',
};

export const sheetFaultWord = wordOf<SheetFault>({
  'same-name': '两个项目同名，请改一个',
  'step-wrong': '每一项都要有满分和分档，满分要是分档的整数倍',
  'more-than-full': '各项满分加起来不能超过100分',
});
