import type { LiveReason } from '../rules/retention';
import { wordOf } from './table';

const REASONS: Readonly<Record<LiveReason, string>> = {
  live: '还在办理。要删除，请先撤回报名或退出竞赛报名',
  money: '还有费用没有办完（待缴费、待核对或待退款），办完后可以删除',
  correction: '更正申请还没有处理。要删除，请先撤回更正申请，或等工作人员处理完',
  case: '工作人员还在核对这份报名的资料，核对完可以删除',
  'score-review': '成绩复核还没有办完，办完后可以删除',
  certificate: '考试合格，证书还没有发放，发放后可以删除',
  retake: '还有补考资格，补考期限过后可以删除',
  results: '成绩还没有公布，公布后可以删除',
};
/** Why something cannot be deleted yet, and what to do. */
export const liveReasonSentence = wordOf(REASONS, '还没有办完，办完后可以删除');
