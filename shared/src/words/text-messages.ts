import type { MessageCode } from '../contract';
import { isLocalDate } from '../kernel';
import { fullDayWords } from './dates';
import { type Data, textIn } from './table';

/**
 * What must not be missed, as an SMS; null: it stands in the app, and goes through WeChat where that is allowed. These are
 * the texts to have approved by the provider, word for word: `${payBy}` is a day of the message's data, `${unitName}` a unit,
 * never a name or a number of anybody.
 */
export const SMS_TEXTS: Readonly<Record<MessageCode, string | null>> = {
  'application-submitted': null,
  'application-returned': '您的职业技能等级认定报名被退回，请登录技考通，按审核意见修改后重新提交。',
  'application-return-taken-back': null,
  'application-approved': '您的职业技能等级认定报名已通过审核，请在${payBy}前（含当日）登录技考通缴费，过期报名失效。',
  'application-approved-unit-pays': null,
  'application-reopened': null,
  'application-rejected': null,
  'application-unreviewed': null,
  'application-lapsed': null,
  'application-reinstated': null,
  'application-withdrawn': null,
  'correction-asked': null,
  'correction-accepted': null,
  'correction-refused': null,
  'slip-sent-back': '您的职业技能等级认定报名被窗口退回修改，请登录技考通改好，再重新生成现场报名单。',
  'payment-reminder': '您的职业技能等级认定报名还没有缴费，${payBy}截止，过期报名失效，请登录技考通缴费。',
  'payment-settled': null,
  'payment-undone': null,
  'transfer-refused': null,
  'refund-account-asked': '您有一笔报名费要退还，请登录技考通，打开缴费单填写退款账户。',
  'refund-succeeded': null,
  'ticket-issued': '您的准考证已发放，考试日期${examOn}，请登录技考通核对时间和地点。',
  'subject-announced': null,
  'seat-moved': null,
  'exam-reminder': '请于${examOn}参加职业技能等级认定考试，带好证件，时间和地点见技考通里的准考证。',
  'results-published': '您的职业技能等级认定成绩已公布，请登录技考通查看。',
  'result-pending': null,
  'score-review-decided': null,
  'certificate-issued': null,
  'certificate-voided': null,
  'certificate-duplicated': null,
  'certificate-ready': '您的职业技能等级证书可以领取了，${from}起，时间和地点请登录技考通查看。',
  'certificate-uncollected': null,
  'certificate-sent': null,
  'certificate-collected': null,
  'certificate-registered': null,
  'certificate-replaced': null,
  'session-changed': '您报名的职业技能等级认定考试安排有变动，现定${examOn}考试，请登录技考通查看。',
  'session-cancelled': '您报名的职业技能等级认定考试已取消，原定${examBefore}，请登录技考通查看怎么办。',
  'session-transferred': null,
  'session-left': null,
  'exam-day-recheck': null,
  'exam-day-added': null,
  'second-factor-reset': null,
  'contest-entered': null,
  'contest-withdrawn': null,
  'contest-accepted': null,
  'contest-refused': null,
  'registration-listed': null,
  'contest-stage-announced': null,
  'contest-stage-reminder': null,
  'contest-training-set': null,
  'contest-training-cancelled': null,
  'contest-training-reminder': null,
  'contest-awarded': null,
  'award-account-asked': null,
  'award-coach-asked': null,
  'award-changed': null,
  'award-recommendation-due': null,
  'protest-decided': null,
  'contest-drawn': null,
  'contest-ticket-issued': null,
  'contest-ticket-void': null,
  'judge-places-changed': null,
  'stage-papers-due': null,
  'contest-stage-cancelled': null,
  'stage-published': null,
  'stage-republished': null,
  'stage-admitted': null,
  'contest-opens': null,
  'contest-closes': null,
  'notice-changed': null,
  'mend-reminder': '您的职业技能等级认定报名退回后还没有重新提交，${mendBy}截止，请登录技考通修改后提交。',
  'ticket-unopened': '您的准考证还没有打开过，考试日期${examOn}，请登录技考通核对时间和地点。',
  'breach-notified': null,
  'breach-dropped': null,
  'breach-decided': null,
  'breach-appeal-decided': null,
  'breach-barred': null,
  'roster-row-waiting': '${unitName}为您报名，请打开技考通“我的报名”，点“单位替我报了名”确认，${closes}截止。',
  'roster-row-changed': null,
  'roster-row-answered': null,
  'roster-row-refused': null,
  'unit-roster-news': '${unitName}的集体报名有人被退回修改，请登录技考通，按审核意见改好再提交。',
  'unit-stage-tickets': null,
  'unit-contest-news': null,
  'unit-counter-open': null,
  'unit-decided': null,
  'ban-lifted': null,
  'contact-asked': '工作人员要和您核实职业技能等级认定的报名，请登录技考通查看，按报名页上的电话联系。',
  'staff-note': '您的职业技能等级认定报名有一条通知，请登录技考通打开查看。',
};

/** What an agent is told about the money of a unit: these name the unit, for an agent may act for several. */
export const UNIT_SMS_TEXTS = {
  'unit-payment-reminder': '${unitName}的集体报名还没有缴费，${payBy}截止，过期失效，请登录技考通缴费。',
  'unit-refund-account-asked': '有一笔报名费要退给${unitName}，请登录技考通，打开缴费单填写退款账户。',
};
const OF_UNIT: Partial<Readonly<Record<MessageCode, keyof typeof UNIT_SMS_TEXTS>>> = {
  'payment-reminder': 'unit-payment-reminder',
  'refund-account-asked': 'unit-refund-account-asked',
};

/** SMS to the phone of an entry that nobody has claimed: whatever the news of the competition is, it waits in the app. */
const UNCLAIMED_ENTRY = 'entry-unclaimed';
type SmsName = MessageCode | typeof UNCLAIMED_ENTRY | keyof typeof UNIT_SMS_TEXTS;
const TEXTS: Readonly<Record<SmsName, string | null>> = {
  ...SMS_TEXTS,
  ...UNIT_SMS_TEXTS,
  [UNCLAIMED_ENTRY]:
    '您报名的职业技能竞赛有新消息，请用本手机号登录技考通，打开“我的报名”，点“单位替我报了名”认领后查看。',
};

/** What an entrant hears without an account: each of these sends the SMS of an entry that nobody has claimed. */
const ENTRY_NEWS: ReadonlySet<MessageCode> = new Set<MessageCode>([
  'contest-stage-announced',
  'contest-stage-reminder',
  'contest-stage-cancelled',
  'contest-training-set',
  'contest-training-cancelled',
  'contest-training-reminder',
  'contest-drawn',
  'contest-ticket-issued',
  'contest-ticket-void',
  'stage-published',
  'stage-republished',
  'stage-admitted',
  'contest-awarded',
]);

/** The text by which a message goes out; null: there is none. */
export function smsNameOf({
  code,
  accountId,
  data,
}: {
  readonly code: MessageCode;
  readonly accountId: string | null;
  readonly data: Data;
}): SmsName | null {
  if (accountId === null && ENTRY_NEWS.has(code)) return UNCLAIMED_ENTRY;
  // of all news of a roster only what was sent back must not be missed
  if (code === 'unit-roster-news' && !data['mend']) return null;
  const ofUnit = OF_UNIT[code];
  if (ofUnit !== undefined && textIn(data, 'unitName') !== '') return ofUnit;
  return SMS_TEXTS[code] === null ? null : code;
}

/** The names under which `SMS_TEMPLATES` gives the provider's codes: the code of a sign-in, then each text above. */
export const SMS_TEMPLATE_NAMES: readonly string[] = [
  'sign-in-code',
  ...Object.entries(TEXTS).flatMap(([code, text]) => (text === null ? [] : [code])),
];

/** The values of a text's variables; null where there is no such SMS or one of its days is not known. */
export function smsParams(name: SmsName, data: Data): Readonly<Record<string, string>> | null {
  const text = TEXTS[name];
  if (text === null) return null;
  const params: Record<string, string> = {};
  for (const variable of variablesOf(text)) {
    if (variable === 'unitName') {
      params[variable] = shortened(textIn(data, variable));
      continue;
    }
    const day = textIn(data, variable);
    if (!isLocalDate(day)) return null;
    params[variable] = fullDayWords(day);
  }
  return params;
}

/** The SMS as it comes, after the signature; null like `smsParams`. */
export function smsText(name: SmsName, data: Data): string | null {
  const params = smsParams(name, data);
  return params && (TEXTS[name] ?? '').replace(/\$\{(\w+)\}/g, (_, variable: string) => params[variable] ?? '');
}

/** So that the SMS is billed once. */
const LONGEST_NAME = 15;
const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

const ONE_PART = 70;
const PART_OF_MANY = 67;

/** How many messages are billed for a text with its signature 【…】: 70 characters are one, a longer one has parts of 67. */
export function smsParts(text: string, signName: string): number {
  const length = text.length + signName.length + 2;
  return length <= ONE_PART ? 1 : Math.ceil(length / PART_OF_MANY);
}

const variablesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
