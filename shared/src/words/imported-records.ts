import type { ImportedKind, ImportedState } from '../contract';
import { isLocalDate } from '../kernel';
import { fullDayWords } from './dates';
import { offeringWords, subjectWord } from './levels';
import { type Data, listIn, textIn, wordOf } from './table';

export const importedKindWord = wordOf<ImportedKind>({
  ban: '不得参加评价',
  pass: '合格科目',
  certificate: '证书',
});

export const importedStateWord = wordOf<ImportedState>({
  waiting: '待第二人核对',
  changing: '改动待核对',
  standing: '已生效',
});

/** What a record from before says, in one line: `理论知识合格，2025年10月20日公布成绩，保留期按通知，安全检查员 五级/初级工`. */
export function importedContentWords(content: Data): string {
  const parts: string[] = [];
  const day = (name: string) => {
    const told = textIn(content, name);
    return isLocalDate(told) ? fullDayWords(told) : '';
  };
  const { offering, chancesUsed } = content;
  const subjects = listIn(content, 'subjects', subjectWord.any);
  if (subjects) parts.push(`${subjects}合格`);
  if (textIn(content, 'number')) parts.push(textIn(content, 'number'));
  if (day('issuedOn')) parts.push(`${day('issuedOn')}发证`);
  if (day('voidedOn')) parts.push(`${day('voidedOn')}作废`);
  if (day('publishedOn')) parts.push(`${day('publishedOn')}公布成绩`);
  if (day('from')) parts.push(`${day('from')}起`);
  if (day('until')) parts.push(`到${day('until')}`);
  else if (subjects) parts.push('保留期按通知');
  if (typeof chancesUsed === 'number' && chancesUsed > 0) parts.push(`已补考 ${chancesUsed} 次`);
  if (textIn(content, 'basis')) parts.push(textIn(content, 'basis'));
  if (isOffering(offering)) parts.push(offeringWords(offering));
  const beside = listIn(content, 'beside', besideWord.any);
  if (beside) parts.push(beside);
  return parts.join('，');
}

const besideWord = wordOf({
  name: '姓名有变，见本行',
  document: '证件号码有变',
  source: '来源有变，见本行',
  proof: '准考证号或手机号有变',
});

const isOffering = (value: unknown): value is Parameters<typeof offeringWords>[0] =>
  typeof value === 'object' && value !== null && 'occupation' in value && 'workType' in value && 'level' in value;

/** The list of what was brought in (see lists). */
export const IMPORTED_LIST = {
  title: '从前的记录',
  columns: {
    kind: { title: '种类', code: importedKindWord.any },
    name: { title: '姓名' },
    state: { title: '状态', code: importedStateWord.any },
    content: { title: '内容', data: importedContentWords },
    pending: { title: '改成', data: importedContentWords },
    source: { title: '来源' },
    importedOn: { title: '导入日期' },
    importedBy: { title: '导入人' },
    confirmedBy: { title: '核对人' },
  },
  acts: {
    confirm: { verb: '核对无误', done: '已核对' },
    drop: { verb: '不采用', done: '已去掉' },
  },
};

/** What is wrong in a row about somebody from before. */
export const IMPORTED_PROBLEMS = {
  'record-twice': '同一条记录出现了两次',
  'register-name-differs': '这个证件号码已经登记在另一个姓名下，请对照证件核对姓名和号码',
  'born-unknown': '这种证件看不出出生日期和性别，请填写',
  'sex-wrong': '请填“男”或“女”',
  'offering-not-ours': '本机构的通知里没有这个项目，看不出按哪份通知保留',
  'pass-not-kept': '按现行通知，这个等级的单科成绩不保留',
  'subjects-wrong': '请填合格的科目，如“理论知识”，几科用顿号分开；全部合格的不用导入',
  'day-to-come': '不能晚于今天',
  'chances-wrong': '请填 0 到 9',
  'ban-over': '已经到期的不用导入',
  'certificate-ours': '这个编号是本系统发的证书，不用导入',
  'certificate-of-another': '这个编号的前 13 位是别的机构的，请核对',
  'certificate-prefix-first': '这是今年的编号：请管理员先填本机构的证书编号前缀，再导入，以免重号',
  'certificate-year-to-come': '编号里的年份晚于今年，请核对',
  'certificate-number-far': '这个编号比已知最大的号大出 1000 以上，请核对；没有填错的，先导入中间的编号',
  'certificate-other-document': '这个编号的证书已有同名的人，证件号码却不同，请核对；原来导入错的，请另一人先不采用',
  'certificate-elsewhere': '这个编号已由别的机构导入，请核对',
  'certificate-form-wrong': '开头是评价机构的编号，后面却不是规定的位数和数字，请核对（如数字 0 写成字母 O）',
  'certificate-number-wrong': '证书编号应为 6 到 30 位字母和数字',
} as const;
