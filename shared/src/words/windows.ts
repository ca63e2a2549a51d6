import type { Clause } from '../kernel';
import type { KnownWindowKind, SessionField } from '../notice';
import type { WindowWarningCode } from '../rules/calendar';
import { assumptionWords } from './assumption-words';
import { dayIn } from './dates';
import { jobWord } from './jobs';
import { type Data, looseWordOf, sentenceOf, textIn } from './table';

const knownWindowWord = looseWordOf<KnownWindowKind>(
  {
    application: '报名',
    payment: '缴费',
    ticket: '准考证',
    exam: '考试',
    results: '公布成绩',
    publicity: '成绩公示',
    review: '成绩复核',
    retake: '补考',
    confirmation: '现场确认',
    training: '培训',
    collection: '领取证书',
    objection: '异议受理',
    preliminary: '初赛',
    'semi-final': '复赛',
    final: '决赛',
  },
  '其他',
);

/** What a window is called; one that only its notice knows goes by the name that the notice prints. */
export const windowWord = (kind: string): string => (/^\p{Script=Han}+$/u.test(kind) ? kind : knownWindowWord(kind));

const fieldWord = looseWordOf<SessionField>(
  {
    'application-opens': '报名开始日',
    'application-closes': '报名截止日',
    'payment-opens': '缴费开始日',
    'payment-closes': '缴费截止日',
    'exam-start': '考试首日',
    'exam-end': '考试末日',
  },
  '其他',
);

/** `7月`, or with its year where the notice prints one. */
const monthWords = (month: string): string => {
  const [year, number] = month.split('-');
  return number === undefined ? `${year}月` : `${year}年${Number(number)}月`;
};

const monthsWords = (listed: string): string =>
  listed.includes('-') ? listed.split(',').map(monthWords).join('、') : `${listed.replace(/,/g, '、')}月`;

const kindIn = (data: Data): string => windowWord(textIn(data, 'kind'));

/** What staff should look at before they confirm the windows of a session. */
export const windowWarningSentence = sentenceOf<WindowWarningCode>({
  'calendar-year-unknown': (data) =>
    `${kindIn(data)}：要用到${textIn(data, 'year')}年的放假安排，国务院尚未公布，暂时无法计算`,
  'session-field-missing': (data) => `${kindIn(data)}：请填写${fieldWord(textIn(data, 'field'))}`,
  'schedule-row-missing': (data) => `${kindIn(data)}：通知的时间表里没有${textIn(data, 'month')}这个月`,
  'day-printed-only': (data) => `${kindIn(data)}：通知只写了“${textIn(data, 'text')}”，没有具体日期`,
  'anchor-unknown': (data) => `${kindIn(data)}：所依据的日期还没有定，暂时无法计算`,
  'month-not-listed': (data) =>
    `通知没有列出${monthWords(textIn(data, 'month'))}的认定，列出的是${monthsWords(textIn(data, 'listed'))}`,
  'exam-ends-before-start': '考试末日早于考试首日，请检查',
  'window-closes-before-opens': (data) =>
    `${kindIn(data)}：截止日${dayIn(data, 'closes')}早于开始日${dayIn(data, 'opens')}，请检查`,
  'window-before-notice': (data) =>
    `${kindIn(data)}：${dayIn(data, 'opens')}早于通知印发日${dayIn(data, 'issuedOn')}，请检查`,
  'window-reaches-exam': (data) => `${kindIn(data)}：到${dayIn(data, 'closes')}才截止，考试已经开始，请检查`,
  'no-time-for-review': '报名截止后没有留出审核的时间，缴费截止日应晚于报名截止日',
  'ticket-before-payment-closes': (data) =>
    `准考证${dayIn(data, 'ticketOpens')}发放时，缴费还没有截止（${dayIn(data, 'paymentCloses')}）`,
  'published-before-exam-ends': '公布成绩的日期早于考试结束，请检查',
  'published-late': (data) => `公布成绩晚于通知规定的最迟日期${dayIn(data, 'latest')}`,
  'stage-before-application-closes': (data) =>
    `${kindIn(data)}定在“${textIn(data, 'text')}”，而报名到${dayIn(data, 'applicationCloses')}才截止，请核对`,
  'schedule-flagged': (data) => `${textIn(data, 'month')}的时间请核对：${textIn(data, 'flag')}`,
});

/** Where something comes from, in one line. */
export function sourceWords(source: Clause): string {
  if ('assumed' in source) return ['通知没有写明', assumptionWords(source.assumed)].filter(Boolean).join('：');
  if ('standard' in source) return source.quote ? `${source.standard}：“${source.quote}”` : source.standard;
  return `通知${source.clause}：“${source.corrected ?? source.quote}”`;
}

/** The next moment of the demonstration: `<window>-opens`, `<window>-over`, or a job's own code. */
export function demonstrationEvent(what: string): string {
  const parts = /^([a-z]+|semi-final|\p{Script=Han}+)-(opens|over)$/u.exec(what);
  const kind = parts?.[1];
  if (kind === undefined) return jobWord(what);
  return parts?.[2] === 'opens' ? `${windowWord(kind)}开始` : `${windowWord(kind)}结束`;
}
