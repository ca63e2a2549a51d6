import { dayAt, isFen, timeAt } from '../kernel';
import type {
  ActOf,
  Column,
  ColumnOf,
  List,
  SittingState,
  applicantList,
  auditList,
  banList,
  awardList,
  protestList,
  breachList,
  certificateList,
  drawnPlaceList,
  entryList,
  importedList,
  moneyCaseList,
  objectionList,
  orderList,
  peopleCaseList,
  reviewList,
  scoreList,
  scoreReviewList,
  seatList,
  stageEntrantList,
  staffList,
  toldList,
  traineeList,
  unitList,
} from '../lists';
import { AUDIT_COLUMNS } from './audit-columns';
import { IMPORTED_LIST } from './imported-records';
import { OBJECTION_COLUMNS } from './objections';
import { BAN_COLUMNS, BREACH_COLUMNS } from './conduct';
import { entryStandingWord, rankingWord, unitTypeWord } from './contest';
import { PLACE_COLUMNS } from './draws';
import { STAGE_COLUMNS } from './contest-stages';
import { SCORE_REVIEW_COLUMNS } from './score-review-columns';
import { AWARD_LISTS } from './protests';
import { CASE_COLUMNS } from './case-columns';
import { doubtWord } from './doubts';
import { APPLICANT_COLUMNS, basisWord } from './funnel';
import { documentTypeWord } from './identity';
import { subjectWord } from './levels';
import { orderStandingWord, paymentMethodWord, refundStateWord, yuanWords } from './money';
import { CERTIFICATE_LIST } from './certificate-list';
import { markMeaningWords, outcomeWord } from './results';
import { roleWord } from './roles';
import { applicationStateWord } from './stages';
import { verdictWord } from './verdicts';
import { type ActWords, type Data, wordOf } from './table';
import { TOLD_COLUMNS } from './tellings';
import { TRAINEE_LIST } from './training';
import { UNIT_COLUMNS } from './units';

/** Every declared list; one without words for a column or an act does not compile. */
type Lists = {
  readonly applicant: typeof applicantList;
  readonly audit: typeof auditList;
  readonly certificate: typeof certificateList;
  readonly drawnPlace: typeof drawnPlaceList;
  readonly entry: typeof entryList;
  readonly imported: typeof importedList;
  readonly moneyCase: typeof moneyCaseList;
  readonly order: typeof orderList;
  readonly peopleCase: typeof peopleCaseList;
  readonly score: typeof scoreList;
  readonly ban: typeof banList;
  readonly breach: typeof breachList;
  readonly objection: typeof objectionList;
  readonly award: typeof awardList;
  readonly protest: typeof protestList;
  readonly scoreReview: typeof scoreReviewList;
  readonly review: typeof reviewList;
  readonly seat: typeof seatList;
  readonly stageEntrant: typeof stageEntrantList;
  readonly staff: typeof staffList;
  readonly told: typeof toldList;
  readonly trainee: typeof traineeList;
  readonly unit: typeof unitList;
};

/** A column's title, and how its codes or values read. */
type ColumnWords<C extends Column> = { readonly title: string } & (C['kind'] extends 'code' | 'codes'
  ? { readonly code: (code: string) => string }
  : C['kind'] extends 'data'
    ? { readonly data: (values: Data) => string }
    : unknown);
type ListWords<L extends List> = {
  readonly title: string;
  readonly columns: { readonly [K in ColumnOf<L>]: ColumnWords<L['columns'][K]> };
  /** What an act is called, and what is done by it: `停用`, `已停用`. */
  readonly acts: { readonly [K in ActOf<L>]: ActWords };
  readonly sums?: Readonly<Record<string, string>>;
};

export const staffStateWord = wordOf({ invited: '未设密码', active: '在用', disabled: '已停用' });

const sittingStateWord = wordOf<SittingState>({ planned: '待考', present: '到考', absent: '缺考', void: '作废' });

const WORDS: { readonly [K in keyof Lists]: ListWords<Lists[K]> } = {
  applicant: {
    title: '考生总名单',
    columns: APPLICANT_COLUMNS,
    acts: { tell: { verb: '发消息给', done: '已发消息给', alone: '发消息给选中的考生' } },
  },
  audit: {
    title: '操作记录',
    columns: AUDIT_COLUMNS,
    acts: {},
  },
  certificate: CERTIFICATE_LIST,
  imported: IMPORTED_LIST,
  entry: {
    title: '参赛报名',
    columns: {
      name: { title: '姓名' },
      photo: { title: '照片' },
      unit: { title: '单位' },
      group: { title: '人员类别' },
      groupNote: { title: '类别说明' },
      ranking: { title: '参赛组别', code: rankingWord.any },
      state: { title: '状态', code: entryStandingWord.any },
      doubts: { title: '要看的地方', code: doubtWord.any },
      submittedAt: { title: '报名时间' },
      phone: { title: '手机号' },
      documentType: { title: '证件类型', code: documentTypeWord.any },
      documentNumber: { title: '证件号码' },
      sex: { title: '性别' },
      birthDate: { title: '出生日期' },
      unitType: { title: '单位类型', code: unitTypeWord.any },
      coach: { title: '教练' },
      stage: { title: '赛程' },
      training: { title: '参加赛前培训' },
      unionCard: { title: '工会会员互助服务卡' },
      levels: { title: '已有职业技能等级' },
      listReference: { title: '官网报名编号' },
    },
    acts: { accept: { verb: '通过', done: '已通过' }, group: { verb: '定组别', done: '已定组别' } },
  },
  moneyCase: {
    title: '待核查事项',
    columns: {
      ...CASE_COLUMNS,
      amountFen: { title: '涉及金额' },
      refund: { title: '退款', code: refundStateWord.any },
      method: { title: '缴费方式', code: paymentMethodWord.any },
      asked: { title: '等第二人确认' },
    },
    acts: { refund: { verb: '退款', done: '已退款，或已申请由第二人确认' } },
  },
  peopleCase: {
    title: '待核查事项',
    columns: { ...CASE_COLUMNS, documentNumber: { title: '证件号码' } },
    acts: {},
  },
  order: {
    title: '缴费与收款',
    columns: {
      name: { title: '考生' },
      unit: { title: '缴费单位' },
      number: { title: '单号' },
      candidates: { title: '人数' },
      session: { title: '批次' },
      offering: { title: '报名项目' },
      standing: { title: '状态', code: orderStandingWord.any },
      totalFen: { title: '应缴' },
      openedAt: { title: '开单时间' },
      payBy: { title: '缴费截止' },
      settledAt: { title: '缴清时间' },
      phone: { title: '手机号' },
      method: { title: '缴费方式', code: paymentMethodWord.any },
    },
    acts: {
      cash: { verb: '登记现金', done: '已登记现金' },
      undo: { verb: '撤销收款登记', done: '已撤销，或已申请由第二人确认' },
    },
    sums: { settled: '已缴清合计' },
  },
  score: {
    title: '成绩登记与发布',
    columns: {
      ticketNumber: { title: '准考证号' },
      name: { title: '姓名' },
      offering: { title: '报名项目' },
      theory: { title: subjectWord('theory') },
      skill: { title: subjectWord('skill') },
      review: { title: subjectWord('review') },
      complete: { title: '登记齐' },
      outcome: { title: '结果', code: outcomeWord.any },
      recordedBy: { title: '登分人' },
    },
    acts: {},
  },
  ban: { title: '不得参加评价的人', columns: BAN_COLUMNS, acts: {} },
  ...AWARD_LISTS,
  breach: { title: '违纪处理', columns: BREACH_COLUMNS, acts: {} },
  stageEntrant: { title: '比赛成绩', columns: STAGE_COLUMNS, acts: {} },
  drawnPlace: { title: '出场顺序', columns: PLACE_COLUMNS, acts: {} },
  objection: { title: '公示异议', columns: OBJECTION_COLUMNS, acts: {} },
  scoreReview: { title: '成绩复核', columns: SCORE_REVIEW_COLUMNS, acts: {} },
  review: {
    title: '审核报名',
    columns: {
      name: { title: '姓名' },
      offering: { title: '报名项目' },
      state: { title: '状态', code: applicationStateWord.any },
      doubts: { title: '要看的地方', code: doubtWord.any },
      verdict: { title: '系统判定', code: verdictWord.any },
      submittedAt: { title: '提交时间' },
      phone: { title: '手机号' },
      documentNumber: { title: '证件号码' },
      decidedAt: { title: '审核时间' },
      day: { title: '首次提交日' },
      unit: { title: '单位' },
    },
    acts: {
      approve: { verb: '通过', done: '已通过' },
      return: { verb: '退回修改', done: '已退回' },
      reopen: { verb: '撤回通过', done: '已撤回通过' },
      recall: { verb: '撤回退回', done: '已撤回退回' },
      rejectUnreviewed: { verb: '按没有审完办结', done: '已办结并通知考生' },
    },
  },
  seat: {
    title: '座次表',
    columns: {
      hour: { title: '场次' },
      room: { title: '考场' },
      seat: { title: '座号' },
      name: { title: '姓名' },
      documentNumber: { title: '证件号码' },
      ticketNumber: { title: '准考证（参赛证）号' },
      subject: { title: '科目', code: subjectWord.any },
      offering: { title: '报名项目' },
      state: { title: '到考', code: sittingStateWord.any },
      basis: { title: '到考依据', code: basisWord.any },
    },
    acts: {},
  },
  staff: {
    title: '工作人员',
    columns: {
      shownName: { title: '姓名' },
      name: { title: '用户名' },
      roles: { title: '权限', code: roleWord.any },
      state: { title: '状态', code: staffStateWord.any },
      secondFactor: { title: '动态验证码' },
      since: { title: '加入时间' },
    },
    acts: { disable: { verb: '停用', done: '已停用' }, enable: { verb: '启用', done: '已启用' } },
  },
  unit: { title: '单位', columns: UNIT_COLUMNS, acts: {} },
  told: { title: '发过的消息', columns: TOLD_COLUMNS, acts: {} },
  trainee: TRAINEE_LIST,
};

type AnyColumn = {
  readonly title: string;
  readonly code?: (code: string) => string;
  readonly data?: (values: Data) => string;
};
type AnyWords = {
  readonly title: string;
  readonly columns: Readonly<Record<string, AnyColumn>>;
  readonly acts: Readonly<Record<string, { readonly verb: string; readonly done: string }>>;
  readonly sums?: Readonly<Record<string, string>>;
};
const table: Readonly<Record<string, AnyWords>> = WORDS;

export const listWord = (list: string): string => table[list]?.title ?? '名单';
export const listColumnWord = (list: string, column: string): string => table[list]?.columns[column]?.title ?? column;
export const listCodeWord = (list: string, column: string, code: string): string =>
  table[list]?.columns[column]?.code?.(code) ?? OTHERS.any(code);
/** What the sums of a list come to: `已缴清合计 280.00元`; '' where it has none. */
export const listSumWords = ({ name }: Pick<List, 'name'>, sums: Readonly<Record<string, number>> = {}): string =>
  Object.entries(sums)
    .map(([sum, fen]) => `${table[name]?.sums?.[sum] ?? '合计'} ${isFen(fen) ? yuanWords(fen) : ''}`)
    .join('　');
export const listActWord = (list: string, act: string): ActWords =>
  table[list]?.acts[act] ?? { verb: '办理', done: '已办理' };

/** What a flag or a mark may mean, in any list. */
const OTHERS = wordOf({ yes: '是', no: '否', ...markMeaningWords }, '其他');

/** A cell as a person reads it, on screen and in a sheet; '' for an empty one. */
export function listCellText({ name, columns }: Pick<List, 'name' | 'columns'>, key: string, value: unknown): string {
  const column = columns[key];
  if (!column || value === null || value === undefined) return '';
  switch (column.kind) {
    case 'instant':
      return `${dayAt(Number(value))} ${timeAt(Number(value))}`;
    case 'fen':
      return typeof value === 'number' && isFen(value) ? yuanWords(value) : '';
    case 'code':
      return listCodeWord(name, key, String(value));
    case 'codes':
      return Array.isArray(value) ? value.map((code) => listCodeWord(name, key, String(code))).join('、') : '';
    case 'mark':
      return markWords(String(value));
    case 'flag':
      return listCodeWord(name, key, value === true ? 'yes' : 'no');
    case 'data':
      return isData(value) ? (table[name]?.columns[key]?.data?.(value) ?? '') : '';
    case 'text':
    case 'number':
    case 'day':
    case 'named':
    case 'sealed':
      return String(value);
    case 'picture':
      return '';
  }
}

/** `86.5` as it is, `缺考`, `未登记`. */
const markWords = (mark: string): string => (/\d/.test(mark) ? mark : OTHERS.any(mark));

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
