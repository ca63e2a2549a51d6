import type { Clause } from '../kernel';
import type { SessionField, WindowKind } from '../notice';
import type { WindowWarningCode } from '../rules/calendar';
import { dayIn } from './dates';
import { type Data, sentenceOf, textIn, wordOf } from './table';

export const windowWord = wordOf<WindowKind>({
  application: '报名',
  payment: '缴费',
  ticket: '准考证',
  exam: '考试',
  results: '公布成绩',
  publicity: '成绩公示',
  review: '成绩复核',
  retake: '补考',
});

const fieldWord = wordOf<SessionField>({
  'application-opens': '报名开始日',
  'application-closes': '报名截止日',
  'payment-opens': '缴费开始日',
  'payment-closes': '缴费截止日',
  'exam-start': '考试首日',
  'exam-end': '考试末日',
});

const kindIn = (data: Data): string => windowWord(textIn(data, 'kind'));

/** What staff should look at before they confirm the windows of a session. */
export const windowWarningSentence = sentenceOf<WindowWarningCode>(
  {
    'calendar-year-unknown': (data) =>
      `${kindIn(data)}：要用到${textIn(data, 'year')}年的放假安排，国务院尚未公布，暂时无法计算`,
    'session-field-missing': (data) => `${kindIn(data)}：请填写${fieldWord(textIn(data, 'field'))}`,
    'schedule-row-missing': (data) => `${kindIn(data)}：通知的时间表里没有${textIn(data, 'month')}这个月`,
    'day-printed-only': (data) => `${kindIn(data)}：通知只写了“${textIn(data, 'text')}”，没有具体日期`,
    'anchor-unknown': (data) => `${kindIn(data)}：所依据的日期还没有定，暂时无法计算`,
    'month-not-listed': (data) =>
      `通知没有列出${textIn(data, 'month')}月的认定，列出的是${textIn(data, 'listed').replace(/,/g, '、')}月`,
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
    'schedule-flagged': (data) => `${textIn(data, 'month')}的时间请核对：${textIn(data, 'flag')}`,
  },
  '这个日期请核对',
);

/** Where something comes from, in one line. */
export function sourceWords(source: Clause): string {
  if ('assumed' in source) return `推定：${source.assumed}`;
  if ('standard' in source) return source.quote ? `${source.standard}：“${source.quote}”` : source.standard;
  return `通知${source.clause}：“${source.corrected ?? source.quote}”`;
}

/** The next moment of the demonstration: `<window>-opens`, `<window>-over`, or a job's own code. */
export function demonstrationEvent(what: string): string {
  const parts = /^([a-z]+)-(opens|over)$/.exec(what);
  const kind = parts?.[1];
  if (kind === undefined) return jobWord(what);
  return parts?.[2] === 'opens' ? `${windowWord(kind)}开始` : `${windowWord(kind)}结束`;
}

const jobWord = wordOf(
  {
    'issue-tickets': '发放准考证',
    'lapse-orders': '未缴费的申报失效',
    'payment-reminder': '提醒缴费',
    'exam-reminder': '提醒考试',
    'close-publicity': '公示结束',
  },
  '下一事项',
);
