import type { MessageCode } from '../contract';

/**
 * What a fact of a message is, by which it fits into typed fields: `fixed` words, a `day`, a day with its hour
 * (`moment`), `money` in fen, a `name` that may be shortened at a word, a `text` that is whole or not there, a `number`
 * of ours, a decided `outcome`.
 */
export type FactKind = 'fixed' | 'day' | 'moment' | 'money' | 'name' | 'text' | 'number' | 'outcome';

/** The facts of each message beside `kind` (its title) and `next`; a fact is called as in the data of the message. */
export const TEMPLATE_FACTS = {
  'application-submitted': {},
  'application-returned': {},
  'application-approved': { payBy: 'day' },
  'application-reopened': { reason: 'text' },
  'application-rejected': { reason: 'text' },
  'application-lapsed': {},
  'application-withdrawn': {},
  'slip-sent-back': { reason: 'text' },
  'payment-reminder': { payBy: 'day' },
  'payment-settled': { totalFen: 'money' },
  'transfer-refused': { reason: 'text' },
  'refund-succeeded': { totalFen: 'money' },
  'ticket-issued': { examOn: 'day' },
  'subject-announced': { examOn: 'moment', siteName: 'text' },
  'exam-reminder': { examOn: 'moment', siteName: 'text' },
  'results-published': { closes: 'day' },
  'score-review-decided': { outcome: 'outcome' },
  'certificate-issued': { number: 'number' },
  'session-changed': { sessionName: 'name', examBefore: 'day', examOn: 'day', choiceUntil: 'day', reason: 'text' },
  'session-cancelled': { sessionName: 'name', examBefore: 'day', choiceUntil: 'day', reason: 'text' },
  'session-transferred': { sessionName: 'name', examOn: 'day' },
  'session-left': { sessionName: 'name', totalFen: 'money' },
  'exam-day-recheck': { examOn: 'day' },
  'second-factor-reset': {},
  'contest-entered': { title: 'name' },
  'contest-withdrawn': { title: 'name' },
  'contest-accepted': { title: 'name' },
  'contest-refused': { title: 'name', reason: 'text' },
  'registration-listed': { title: 'name' },
  'contest-stage-announced': { title: 'name', stage: 'name', day: 'moment', place: 'text' },
  'contest-stage-reminder': { title: 'name', stage: 'name', day: 'moment', place: 'text' },
  'contest-opens': { title: 'name', opensOn: 'day' },
  'contest-closes': { title: 'name', closesOn: 'day' },
  'notice-changed': { title: 'name' },
} as const satisfies Readonly<Record<MessageCode, Readonly<Record<string, FactKind>>>>;

/** What the reader does next, in at most twenty characters and true whatever the data are. */
export const NEXT_STEPS: Readonly<Record<MessageCode, string>> = {
  'application-submitted': '请等待审核，结果会再通知您',
  'application-returned': '请按审核意见修改后重新提交',
  'application-approved': '请按时缴费',
  'application-reopened': '请先不要缴费，打开小程序查看',
  'application-rejected': '请打开小程序查看原因',
  'application-lapsed': '如已付款，请联系工作人员',
  'application-withdrawn': '请打开小程序查看',
  'slip-sent-back': '请修改后重新生成现场报名单',
  'payment-reminder': '请尽快缴费，过期视为放弃',
  'payment-settled': '请等待发放准考证',
  'transfer-refused': '请重新提交转账凭证',
  'refund-succeeded': '已原路退回，请留意到账',
  'ticket-issued': '请核对考试时间和地点',
  'subject-announced': '请核对时间和地点，准考证号不变',
  'exam-reminder': '请带好证件，按时参加考试',
  'results-published': '请打开小程序查看成绩',
  'score-review-decided': '请打开小程序查看成绩',
  'certificate-issued': '请打开小程序查看证书',
  'session-changed': '请打开小程序查看新的安排',
  'session-cancelled': '请打开小程序查看怎么办',
  'session-transferred': '不用重新办理',
  'session-left': '请打开小程序查看退费情况',
  'exam-day-recheck': '请核对证件和申报条件',
  'second-factor-reset': '不是您要求的请马上联系管理员',
  'contest-entered': '截止前可以修改或撤回',
  'contest-withdrawn': '截止前可以重新报名',
  'contest-accepted': '请留意比赛安排',
  'contest-refused': '截止前可以改正后重新报名',
  'registration-listed': '请留意比赛安排',
  'contest-stage-announced': '请准时参加',
  'contest-stage-reminder': '请准时参加',
  'contest-opens': '请按时报名',
  'contest-closes': '请尽快完成报名',
  'notice-changed': '请打开小程序查看变化',
};
