import type { LocalDate } from '../../kernel';
import { publicityRuns } from './actions';
import type { SessionFacts } from './progress-facts';
import { spanOf } from './within-window';

export const SESSION_STATES = [
  'upcoming',
  'applying',
  'reviewing',
  'awaiting-exam',
  'exam-days',
  'awaiting-results',
  'in-publicity',
  'ended',
  'cancelled',
] as const;
/** 即将开始 · 报名中 · 审核缴费中 · 待考 · 考试进行中 · 待发布 · 公示中 · 已结束 · 已取消. */
export type SessionState = (typeof SESSION_STATES)[number];

/** Where a session stands for visitors on a day. */
export function sessionStateOf({ windows, cancelled, published }: SessionFacts, day: LocalDate): SessionState {
  if (cancelled) return 'cancelled';
  if (published) return publicityRuns({ windows }, day) ? 'in-publicity' : 'ended';
  const application = spanOf(windows, 'application');
  const exam = spanOf(windows, 'exam');
  const lastExamDay = exam.closes ?? exam.opens;
  if (lastExamDay && day > lastExamDay) return 'awaiting-results';
  if (exam.opens && day >= exam.opens) return 'exam-days';
  if (application.opens === null || day < application.opens) return 'upcoming';
  if (application.closes === null || day <= application.closes) return 'applying';
  const paymentCloses = spanOf(windows, 'payment').closes;
  return paymentCloses && day <= paymentCloses ? 'reviewing' : 'awaiting-exam';
}
