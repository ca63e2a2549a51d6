import { isLocalDate } from '../kernel';
import type { ChangeUnit } from '../rules/changes';
import { fullDayWords } from './dates';
import { documentWord } from './documents';
import { originWord } from './identity';
import { levelWord, subjectWord } from './levels';
import { feeItemWord, paymentMethodWord, yuanIn } from './money';
import { type Data, type Sentence, numberIn, textIn, wordOf } from './table';
import { windowWord } from './windows';

/** What words need of a change; data that travels may come from a newer server. */
type Told = {
  readonly unit: string;
  readonly what: string;
  readonly data: Data;
  readonly before: { readonly text: string | number | null } | null;
  readonly after: { readonly text: string | number | null } | null;
  readonly wordsOnly: boolean;
};

/** `材料费 60.00元 → 70.00元`, `条件3 新增`: one thing that differs, in one line. */
export function changeSentence(change: Told): string {
  const name = unitName(change.unit, change.data);
  if (change.wordsOnly) return `${name}：只是文字、条款号或解读说明不同，规定不变`;
  const [before, after] = [textOf(change.unit, change.before), textOf(change.unit, change.after)];
  if (change.what === 'added') return after === '' ? `${name}：新增` : `${name}：新增“${after}”`;
  if (change.what === 'removed') return before === '' ? `${name}：取消` : `${name}：取消“${before}”`;
  if (before === after || before === '' || after === '') return `${name}：有变化`;
  return `${name}：${before} → ${after}`;
}

/** The offering a change is about, in words; empty where it is about all of them. */
export const offeringIn = (data: Data): string =>
  [
    `${textIn(data, 'occupation')}${data['workType'] ? `（${textIn(data, 'workType')}）` : ''}`,
    data['level'] ? levelWord(numberIn(data, 'level')) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

/** The values that differ inside a change and have a name: `最低年龄：16 → 18`. */
export const changedValues = (change: {
  readonly leaves: readonly { readonly path: string; readonly before: Value; readonly after: Value }[];
}): readonly string[] => [
  ...new Set(
    change.leaves.flatMap(({ path, before, after }) => {
      const name = LEAVES[path.split('.').pop() ?? ''];
      return name === undefined ? [] : [`${name}：${sideWord(before)} → ${sideWord(after)}`];
    }),
  ),
];
type Value = string | number | boolean | null;
const sideWord = (value: Value): string => (value === null ? '无' : valueWord(String(value)));

const LEAVES: Readonly<Record<string, string>> = {
  atLeast: '最低年龄',
  atMost: '最高年龄',
  years: '年数',
  heldYears: '取得证书满几年',
  level: '等级',
  day: '日期',
  count: '数量',
  unit: '单位',
  chances: '补考机会',
  percent: '比例',
  theory: '理论比重',
  skill: '实操比重',
  heightAbove: '高（像素）',
  widthAbove: '宽（像素）',
  min: '最小字节数',
  max: '最大字节数',
  phone: '电话',
  address: '地址',
  bank: '开户银行',
  account: '账号',
  url: '网址',
  from: '开始时间',
  to: '结束时间',
  fen: '金额（分）',
  inTimeBy: '缴费须在截止日前到账',
};

const LONGEST = 60;
const MONEY: readonly string[] = ['fee-line', 'fee-total'];

function textOf(unit: string, side: Told['before']): string {
  const text = side?.text ?? null;
  if (text === null) return '';
  if (MONEY.includes(unit)) return yuanIn({ text }, 'text');
  if (typeof text === 'string' && isLocalDate(text)) return fullDayWords(text);
  const said = valueWord(String(text));
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}

/** The words of the language's own values; anything else is printed words and stays. */
const VALUES: Readonly<Record<string, string>> = {
  true: '是',
  false: '否',
  'application-day': '报名当日',
  'exam-day': '考试当日',
  'with-skill': '补考操作技能时收取',
  always: '每次补考都收取',
  never: '补考不收取',
  electronic: '电子版',
  paper: '纸质',
  'inside-publicity': '公示期内申请',
  'by-body': '由机构安排',
  published: '从公布成绩之日起',
  'first-published': '从首次公布成绩之日起',
  'exam-end': '从考试结束起',
  'application-flow': '按报名流程重新报名',
  'retake-form': '填写补考申请',
  white: '白底',
  blue: '蓝底',
  red: '红底',
  jpeg: 'JPG 格式',
  png: 'PNG 格式',
  // inTimeBy has this one value, or none
  arrival: '是',
};
const valueWord = (value: string): string => VALUES[value] ?? value;

const withOffering = (data: Data, rest: string): string =>
  [offeringIn(data), rest].filter((part) => part !== '').join(' ');

const routeIn = (data: Data): string => `条件${textIn(data, 'number') || textIn(data, 'route')}`;

const endWord = wordOf({ opens: '开始', closes: '截止' });

const headWord = wordOf({
  language: '通知格式版本',
  id: '通知编号',
  kind: '通知类型',
  title: '标题',
  year: '年度',
  body: '组织机构',
  documentNumber: '文号',
  issuedOn: '印发日期',
});

const fieldWord = wordOf({
  form: '准考证形式',
  printAndBring: '准考证是否要打印携带',
  channels: '发布渠道',
  publicity: '是否公示',
  scoreReview: '成绩复核',
  kept: '合格成绩保留',
  keptFrom: '保留期起算',
  absenceUsesChance: '缺考是否用掉补考机会',
  newApplicationForfeits: '重新报名是否放弃已合格科目',
  through: '补考办理方式',
  issuer: '发证机构',
  lookUps: '证书查询',
  collection: '领证方式',
  announcedBy: '领证通知',
  tiers: '违纪处理',
  falseMaterial: '材料造假的处理',
  later: '考后发现违纪的处理',
  rules: '考场纪律',
  weights: '理论和实操的比重',
  advance: '晋级办法',
  ties: '同分办法',
  rankingGroups: '排名组别',
  marking: '评分合成办法',
  protest: '申诉',
  papersFiledWith: '试题备案',
  publicTotals: '公开名次写不写总成绩',
  retake: '是否补考',
  place: '地点',
});

const photoWord = wordOf({
  print: '照片规格',
  format: '照片格式',
  background: '照片底色',
  pixels: '照片像素',
  bytes: '照片文件大小',
  posing: '照片拍摄要求',
});

const identityRuleWord = wordOf({
  'name-and-birth-match': '姓名和出生日期与证件一致',
  'valid-on-application-day': '证件报名当日有效',
  'valid-on-exam-day': '证件考试当日有效',
  'original-shown': '出示证件原件',
});

const labelled = (word: string) => (data: Data) => textIn(data, 'label') || word;

/** What a unit is called; its data names it further. */
const UNITS: Readonly<Record<ChangeUnit, Sentence>> = {
  offering: (data) => offeringIn(data) || '开设项目',
  subject: (data) => withOffering(data, `科目${subjectWord.any(textIn(data, 'subject'))}`),
  condition: '所有项目都要符合的条件',
  'entrant-group': '参赛人员范围',
  route: (data) => withOffering(data, routeIn(data)),
  'occupation-list': '相关职业名单',
  'major-list': '相关专业名单',
  'reference-day': '年限和年龄以哪一天为准',
  document: (data) => `所有人都要交的${documentWord(textIn(data, 'document'))}`,
  'route-documents': (data) => withOffering(data, `${routeIn(data)}的材料`),
  'fee-line': (data) => withOffering(data, feeItemWord.any(textIn(data, 'item'))),
  'fee-total': (data) => withOffering(data, '费用合计'),
  'fee-year': '收费标准年度',
  'retake-material': '补考材料费',
  payee: '收款账户',
  'payment-method': (data) => `缴费方式（${paymentMethodWord.any(textIn(data, 'method'))}）`,
  refund: '因个人原因能否退费',
  invoice: '发票',
  'review-before-payment': '先审核后缴费',
  window: (data) => `${windowWord(textIn(data, 'kind'))}${endWord.any(textIn(data, 'end'))}`,
  schedule: (data) => `${textIn(data, 'month')}的时间表`,
  'identity-origin': (data) => `${originWord.any(textIn(data, 'origin'))}可用的证件`,
  'identity-rule': (data) => identityRuleWord.any(textIn(data, 'code')),
  photo: (data) => photoWord.any(textIn(data, 'part')),
  ticket: (data) => fieldWord.any(textIn(data, 'field')),
  'exam-note': '考场要求',
  conduct: (data) => fieldWord.any(textIn(data, 'field')),
  results: (data) => fieldWord.any(textIn(data, 'field')),
  retake: (data) => fieldWord.any(textIn(data, 'field')),
  certificate: (data) => fieldWord.any(textIn(data, 'field')),
  contest: (data) => fieldWord.any(textIn(data, 'field')),
  stage: '竞赛阶段',
  award: '奖项',
  'application-method': (data) => (textIn(data, 'who') === 'group' ? '团体报名方式' : '个人报名方式'),
  counter: '现场办理地点和时间',
  contact: labelled('联系方式'),
  link: labelled('网址'),
  place: '所在地',
  organiser: '组织单位',
  attachment: '附件',
  reference: '参考资料',
  note: '说明',
  head: (data) => headWord.any(textIn(data, 'field')),
};
const units = new Map<string, Sentence>(Object.entries(UNITS));

function unitName(unit: string, data: Data): string {
  const name = units.get(unit) ?? '其他内容';
  return typeof name === 'string' ? name : name(data);
}
