import type { AwardBoardState, AwardPayment, AwardState, ProtestState, ProtestStepKind } from '../contract';
import type { AWARD_RECIPIENTS } from '../contract';
import type { CONSENTS, PrizeMoney } from '../lists';
import type { StageCode } from '../notice';
import { wordOf } from './table';

export const awardStateWord = wordOf<AwardState>({ given: '授予', withheld: '不授予', declined: '本人放弃' });
export const awardRecipientWord = wordOf<(typeof AWARD_RECIPIENTS)[number]>({
  entrant: '选手',
  coach: '教练',
  unit: '单位',
});
export const awardBoardStateWord = wordOf<AwardBoardState>({
  open: '正在认定',
  proposed: '已提交，待第二人确认',
  locked: '已锁定',
});

/** How far a protest has come, as staff read it. */
export const protestStateWord = wordOf<ProtestState>({ open: '待裁决', upheld: '申诉成立', rejected: '维持原成绩' });

/** What stands in the ledger of a protest. */
export const protestStepWord = wordOf<ProtestStepKind>({
  filed: '提出申诉',
  noted: '办理记录',
  upheld: '裁决：申诉成立',
  rejected: '裁决：维持原成绩',
});

/** How the money of an award was paid. */
export const awardPaymentWord = wordOf<AwardPayment>({ transfer: '转入收款账户', cash: '现金，本人签收' });

/** How far the money of an award is, as finance reads it. */
export const prizeMoneyWord = wordOf<PrizeMoney>({
  none: '无奖金',
  'no-account': '缺收款账户',
  due: '待发放',
  paid: '已发放',
});

/** The columns of the list of locked awards. */
const AWARD_COLUMNS = {
  position: { title: '序号' },
  award: { title: '奖项' },
  giver: { title: '颁发单位' },
  recipient: { title: '授予', code: awardRecipientWord.any },
  name: { title: '姓名' },
  unit: { title: '单位' },
  coach: { title: '教练' },
  rank: { title: '名次' },
  fen: { title: '金额' },
  money: { title: '发放', code: prizeMoneyWord.any },
  paidOn: { title: '发放日期' },
  apart: { title: '名次已更正' },
  state: { title: '状态', code: awardStateWord.any },
  consents: {
    title: '同意入库',
    code: wordOf<(typeof CONSENTS)[number]>({ unsaid: '未答复', yes: '同意', no: '不同意' }).any,
  },
  phone: { title: '手机号' },
  documentNumber: { title: '证件号码' },
  holder: { title: '户名' },
  bank: { title: '开户行' },
  account: { title: '账号' },
  paperNumber: { title: '证书编号' },
};

/** The columns of the list of protests. */
const PROTEST_COLUMNS = {
  name: { title: '姓名' },
  unit: { title: '单位' },
  contest: { title: '竞赛' },
  stage: { title: '阶段', code: wordOf<StageCode>({ preliminary: '初赛', 'semi-final': '复赛', final: '决赛' }).any },
  state: { title: '办到哪一步', code: protestStateWord.any },
  filedAt: { title: '提出时间' },
  decidedAt: { title: '裁决时间' },
};

/** The lists of locked awards and of protests. */
export const AWARD_LISTS = {
  award: {
    title: '奖项名单',
    columns: AWARD_COLUMNS,
    acts: {
      pay: { verb: '登记已发放', done: '已登记发放' },
      keep: { verb: '维持原奖项', done: '已维持' },
      unpay: { verb: '撤回发放登记', done: '已撤回发放登记' },
    },
  },
  protest: { title: '竞赛申诉', columns: PROTEST_COLUMNS, acts: {} },
};

/** Whose awards stand apart from corrected ranks: the first few, and how many they are; each line of the list names its rank. */
export const apartWords = (entrants: readonly string[]): string =>
  entrants.length <= FEW ? entrants.join('、') : `${entrants.slice(0, FEW).join('、')}等${entrants.length}人`;
const FEW = 5;
