import {
  type HeldKind,
  type OwnPeriod,
  PERIOD_BOUNDS,
  type PeriodKind,
  RETENTION,
  monthsKept,
} from '../rules/retention';
import { looseWordOf, wordOf } from './table';

const KINDS: Readonly<Record<HeldKind, string>> = {
  account: '账号与登录',
  draft: '报名草稿',
  identity: '身份信息',
  photo: '证件照片',
  papers: '扫描件与签名',
  application: '报名内容',
  entry: '竞赛报名内容',
  registration: '官网报名记录',
  exam: '座位、准考证与成绩',
  certificate: '证书登记',
  payment: '缴费与退款记录',
  messages: '消息',
  calendar: '关注与日历订阅',
  export: '导出的文件',
};
export const heldKindWord = wordOf(KINDS);

const ITEMS: Readonly<Record<HeldKind, string>> = {
  account: '手机号、微信登录标识、登录过的设备、同意的时间',
  draft: '还没有提交的全部内容',
  identity: '姓名、证件类型和号码、出生日期、性别、手机号、工作单位',
  photo: '报名时拍摄或上传的一张',
  papers: '证件、学历、工作证明等扫描件，手写签名',
  application: '报名的职业等级、学历和工作经历、通讯地址、审核意见',
  entry: '参赛组别、参赛单位、教练、审核结果',
  registration: '在官网报名的进度、报名号',
  exam: '考场座位、准考证、各科成绩、成绩复核',
  certificate: '姓名、证件号码、照片、证书编号、职业等级',
  payment: '应缴和实缴金额、缴费方式、交易单号、转账凭证、退款',
  messages: '系统发给您的消息',
  calendar: '您关注的通知、日历订阅地址',
  export: '按您的要求生成的压缩包',
};
/** What of a person belongs to a kind. */
export const heldItemsWords = wordOf(ITEMS);

const PURPOSES: Readonly<Record<HeldKind, string>> = {
  account: '让您登录，并找回自己的报名',
  draft: '下次接着填',
  identity: '核对身份，制作准考证、成绩单和证书',
  photo: '核对本人，印在准考证和证书上',
  papers: '审核是否符合报名条件',
  application: '审核是否符合报名条件',
  entry: '审核参赛资格、编排比赛',
  registration: '提醒您自己的进度',
  exam: '组织考试、公布成绩、办理复核和补考',
  certificate: '供任何人核验证书真伪',
  payment: '收费、退费和记账',
  messages: '告诉您审核、缴费、考试和成绩的结果',
  calendar: '提醒您关注的日期',
  export: '供您下载',
};
/** What a kind is needed for. */
export const heldPurposeWord = wordOf(PURPOSES);

/** How long a kind is kept; `own`: what the body has set for it. */
export function keepWords(kind: HeldKind, own: OwnPeriod | null = null): string {
  const { keep } = RETENTION[kind];
  if (kind === 'identity') return '到报名内容和成绩都不再保存为止';
  switch (keep.from) {
    case 'closing':
      return '到您注销账号为止';
    case 'ended':
      return `到办理结束后 ${monthsWords(own?.months ?? keep.months)}`;
    case 'made':
      return `到生成后 ${'days' in keep ? `${keep.days} 天` : `${keep.years} 年`}`;
    case 'never':
      return '长期保存';
  }
}

/** Why it is kept so long: in the body's own words where it has set the period. */
export function basisWords(kind: HeldKind, own: OwnPeriod | null = null): string {
  const { basis } = RETENTION[kind];
  if (own) return own.words;
  return 'law' in basis ? basis.law : basis.assumed;
}

/** `3 年`, `6 个月`, `1 年 6 个月`. */
export function monthsWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return `${rest} 个月`;
  return rest === 0 ? `${years} 年` : `${years} 年 ${rest} 个月`;
}

const PERIODS: Readonly<Record<PeriodKind, string>> = {
  draft: '报名草稿',
  papers: '证件照片、扫描件与签名',
  application: '报名内容',
  entry: '竞赛报名内容',
  exam: '座位、准考证与成绩',
};
/** What a body sets a period for. */
export const periodKindWord = wordOf(PERIODS);

/** What a body may set, and why: `36 到 60 个月：…`. */
export function periodBoundsWords(kind: PeriodKind): string {
  const { leastMonths, mostMonths, why } = PERIOD_BOUNDS[kind];
  return `${leastMonths} 到 ${mostMonths} 个月：${why}`;
}

/** What holds where a body has set nothing. */
export const usualPeriodWords = (kind: PeriodKind): string => `结束后 ${monthsWords(monthsKept(kind, {}) ?? 0)}`;

/** What a stored file is, as the name of a copy says it. */
export const heldFilePurposeWord = looseWordOf(
  { photo: '证件照片', document: '材料', signature: '手写签名', voucher: '转账凭证' },
  '文件',
);
