/** Everything that is kept of a person, by what it is for; each stored record belongs to one of them. */
export const HELD_KINDS = [
  'account',
  'draft',
  'identity',
  'photo',
  'papers',
  'application',
  'entry',
  'registration',
  'exam',
  'certificate',
  'payment',
  'messages',
  'calendar',
  'export',
] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/**
 * How long something is kept. `closing`: as long as the account is open. `ended`: so many months after the application or
 * entry is over. `made`: so many days or years after it was written. `never`: a register that anybody may ask.
 */
export type Keep =
  | { readonly from: 'closing' }
  | { readonly from: 'ended'; readonly months: number }
  | { readonly from: 'made'; readonly years: number }
  | { readonly from: 'made'; readonly days: number }
  | { readonly from: 'never' };

export type RetentionRule = {
  readonly keep: Keep;
  /** What a request to delete does: erases it at once, or is answered with the day on which it goes. */
  readonly onRequest: 'at-once' | 'kept';
  /** The rule it follows; `assumed`: no notice and no law prints the period, we chose the shortest that still serves. */
  readonly basis: { readonly law: string } | { readonly assumed: string };
};

/**
 * How long each kind is kept and what a request changes: the one table that the job enforces, that the privacy page
 * prints and that a person is told before deleting. No notice prints a period; a body whose own rules print one sets it
 * for itself (see `periods`).
 */
export const RETENTION: Readonly<Record<HeldKind, RetentionRule>> = {
  account: {
    keep: { from: 'closing' },
    onRequest: 'at-once',
    basis: { law: '《个人信息保护法》第四十七条：处理目的已实现的，应当删除' },
  },
  draft: {
    keep: { from: 'ended', months: 12 },
    onRequest: 'at-once',
    basis: { assumed: '草稿没有交给评价机构，批次结束满一年仍未提交的不再需要' },
  },
  identity: {
    keep: { from: 'ended', months: 36 },
    onRequest: 'kept',
    basis: { assumed: '与申报档案一同保存，供核查申报条件和处理申诉' },
  },
  photo: {
    keep: { from: 'ended', months: 12 },
    onRequest: 'at-once',
    basis: { assumed: '照片属敏感个人信息，考试和申诉结束后不再需要；印在证书上的随证书登记保存' },
  },
  papers: {
    keep: { from: 'ended', months: 12 },
    onRequest: 'at-once',
    basis: { assumed: '证件、学历等扫描件和手写签名属敏感个人信息，考试和申诉结束后不再需要' },
  },
  application: {
    keep: { from: 'ended', months: 36 },
    onRequest: 'kept',
    basis: { assumed: '职业技能等级认定的申报档案保存不少于三年，供质量督导核查' },
  },
  entry: {
    keep: { from: 'ended', months: 36 },
    onRequest: 'kept',
    basis: { assumed: '竞赛报名与申报档案同样保存' },
  },
  registration: {
    keep: { from: 'made', years: 1 },
    onRequest: 'at-once',
    basis: { assumed: '本人记下的官网报名进度，只供本人查看' },
  },
  exam: {
    keep: { from: 'ended', months: 60 },
    onRequest: 'kept',
    basis: { assumed: '电子成绩记录保存不少于五年，供成绩复核和质量督导核查' },
  },
  certificate: {
    keep: { from: 'never' },
    onRequest: 'kept',
    basis: { assumed: '证书登记长期保存，否则任何人都不能再核验证书的真伪' },
  },
  payment: {
    keep: { from: 'made', years: 30 },
    onRequest: 'kept',
    basis: { law: '《会计档案管理办法》附表一：会计凭证保管 30 年' },
  },
  messages: {
    keep: { from: 'made', years: 1 },
    onRequest: 'at-once',
    basis: { assumed: '通知的内容在申报页面都能查到' },
  },
  calendar: {
    keep: { from: 'closing' },
    onRequest: 'at-once',
    basis: { law: '《个人信息保护法》第四十七条：处理目的已实现的，应当删除' },
  },
  export: {
    keep: { from: 'made', days: 1 },
    onRequest: 'at-once',
    basis: { assumed: '只为下载而生成，一天足够下载' },
  },
};
