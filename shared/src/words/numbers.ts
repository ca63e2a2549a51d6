import type { BodyPartFault, CertificateOverflow, NumberOverflow, PatternFault } from '../rules/numbering';
import { levelWord } from './levels';
import { looseSentenceOf, numberIn, textIn } from './table';

type NumberFault =
  | PatternFault['code']
  | NumberOverflow['code']
  | CertificateOverflow['code']
  | BodyPartFault['code']
  | 'certificate-prefix-missing'
  | 'level-missing'
  | 'level-without-form'
  | 'number-taken';

/** What is wrong with a numbering rule, or why it gives no number. */
export const numberFaultSentence = looseSentenceOf<NumberFault>(
  {
    'number-pattern-characters': '编号规则只能用大写字母、数字、短横线和大括号里的代号',
    'number-pattern-unknown-place': (data) =>
      `不认识代号{${textIn(data, 'place')}}，可用 {yyyy} {yy} {mm} {dd} {level} {session} {seq:位数}`,
    'number-pattern-no-sequence': '编号规则里要有流水号，例如 {seq:4}',
    'number-pattern-repeated-sequence': '编号规则里只能有一个流水号',
    'number-pattern-sequence-width': '流水号要写明 2 到 8 位，例如 {seq:4}',
    'number-pattern-too-long': '编号太长，最多 24 个字符',
    'number-sequence-exhausted': (data) => `流水号已用到${textIn(data, 'last')}，请调整编号规则`,
    'number-session-exhausted': '批次序号超过 99，请调整编号规则',
    'certificate-prefix-missing': '还没有填写证书编号的前 13 位，请管理员先填写',
    'level-missing': '这个项目没有等级，不能编证书编号',
    'level-without-form': (data) =>
      `${levelWord(numberIn(data, 'level'))}的证书编号办法还没有公布，不能按现有规则编号，请先与主管部门确认`,
    'number-taken': '按这个规则编出的号码以前用过，请调整编号规则',
    'number-body-part': '证书编号前 13 位应为：Y 或 S、机构代码 4 位、省份 2 位、站点 6 位',
  },
  '编号规则有误，请检查',
);
