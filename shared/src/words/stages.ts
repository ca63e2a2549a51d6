import type { Action, ApplicationState, SessionState, Stage } from '../rules/progress';
import { outcomeWord } from './results';
import { sentenceOf, wordOf } from './table';

/** 即将开始 · 报名中 · 审核缴费中 · 待考 · 考试进行中 · 待发布 · 公示中 · 已结束 · 已取消. */
export const sessionStateWord = wordOf<SessionState>({
  upcoming: '即将开始',
  applying: '报名中',
  reviewing: '审核缴费中',
  'awaiting-exam': '待考',
  'exam-days': '考试进行中',
  'awaiting-results': '待发布',
  'in-publicity': '公示中',
  ended: '已结束',
  cancelled: '已取消',
});

export const applicationStateWord = wordOf<ApplicationState>({
  draft: '草稿',
  submitted: '待审核',
  returned: '退回修改',
  approved: '审核通过',
  rejected: '未通过',
  withdrawn: '已撤回',
  lapsed: '已失效',
  void: '已作废',
});

/** Why it is rejected when nobody came to it in time, as the candidate reads it. */
export const REVIEW_OVER_REASON = '工作人员没有在截止日以前审核完，这一批不能参加，没有产生费用，可以报下一批';

/** Where an application stands. */
export const stageWord = wordOf<Stage>({
  draft: '草稿',
  'draft-over': '报名已截止',
  'in-review': '审核中',
  'review-over': '审核没有完成',
  returned: '待修改',
  'returned-over': '修改已截止',
  'to-pay': '待缴费',
  'payment-checking': '转账核对中',
  'payment-over': '缴费已截止',
  paid: '已缴费',
  'ticket-open': '准考证已发放',
  'exam-day': '今天考试',
  'awaiting-subject': '还有科目待考',
  'awaiting-results': '等待成绩',
  'result-pending': '成绩待处理',
  'in-publicity': '成绩公示中',
  'score-review': '成绩复核中',
  'awaiting-certificate': '合格，待发证',
  'retake-possible': '可以补考',
  failed: '未合格',
  certified: '已发证',
  'certificate-void': '证书已作废',
  rejected: '未通过审核',
  withdrawn: '已撤回',
  lapsed: '已失效',
  void: '已作废',
  'session-cancelled': '批次已取消',
});

const PUBLISHED: Readonly<Record<string, string>> = {
  passed: '成绩合格，正在公示，公示结束后发证书',
  failed: '这次没有合格，成绩正在公示',
  absent: '记为缺考，成绩正在公示',
};

/** What happens now, told to the candidate. */
export const stageSentence = sentenceOf<Stage>({
  draft: '请填写完整并提交；到窗口报名的，窗口确认后才算报名',
  'draft-over': '报名已经截止，这份草稿没有提交',
  'in-review': '已提交，工作人员正在审核，结果会通知您',
  'review-over': '审核没有在截止日以前完成，这次不能参加考试；请打报名页上的电话问清楚',
  returned: '请按退回意见修改，然后重新提交',
  'returned-over': '修改的时间已过，这份报名没有完成',
  'to-pay': '审核通过，请在截止日前缴费，过期未缴的，这次报名失效',
  'payment-checking': '已收到您的转账凭证，财务核对到账后会通知您',
  'payment-over': '缴费时间已过，这次报名没有完成；如已付款，请打报名页上的电话',
  paid: '已缴费，请等待发放准考证',
  'ticket-open': '准考证已发放，请核对考试时间和地点',
  'exam-day': '今天考试，请带好证件，提前到达考点',
  'awaiting-subject': '还有科目没有考：时间另行通知，定好后会通知您，准考证上也会写明；成绩等各科考完一起公布',
  'awaiting-results': '考试已结束，请等待公布成绩',
  'result-pending': '这一批的成绩已公布，您的成绩待处理：有情况正在核查，处理完后会通知您',
  'in-publicity': (data) =>
    `${PUBLISHED[String(data['outcome'])] ?? '成绩正在公示'}${data['review'] === false ? '' : '；对成绩有疑问请在公示期内申请复核'}`,
  'score-review': '您的成绩复核正在办理，结果会通知您',
  'awaiting-certificate': '成绩合格，请等待发放证书',
  'retake-possible': '有科目没有合格，已合格的科目成绩保留，可以报名补考',
  failed: '这次没有合格，欢迎再次报名',
  certified: '证书已发放，可以查看和下载',
  'certificate-void': '证书已作废，如有疑问请打报名页上的电话',
  rejected: '审核没有通过，原因见审核意见',
  withdrawn: '您已撤回这份报名',
  lapsed: '没有按时缴费，这份报名已失效',
  void: '这份报名已作废，如有疑问请打报名页上的电话',
  'session-cancelled': '您报名的批次已取消，交过的费用转到其他批次或全额退回',
});

/** The same once results are out: `合格，公示中` instead of only that there is a publicity. */
export const progressWord = ({ stage, outcome, blocked }: ProgressView): string => {
  const byUnit = doneByUnit(stage, blocked);
  if (byUnit) return byUnit.word;
  if (outcome && stage === 'in-publicity') return `${outcomeWord(outcome)}，公示中`;
  return outcome && stage === 'score-review' ? `${outcomeWord(outcome)}，复核中` : stageWord(stage);
};

/** The same, speaking of a score review only where the notice has one. */
export const progressSentence = ({ stage, outcome, blocked }: ProgressView): string => {
  const byUnit = doneByUnit(stage, blocked);
  if (byUnit) return byUnit.sentence;
  return stageSentence(stage, {
    ...(outcome && { outcome }),
    review: !blocked.some(({ action, data }) => action === 'ask-score-review' && data['state'] === 'no-review'),
  });
};
type ProgressView = {
  readonly stage: Stage;
  readonly outcome?: 'passed' | 'failed' | 'absent' | undefined;
  readonly blocked: readonly {
    readonly action: string;
    readonly code: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
};

type ByUnit = { readonly code: string; readonly word: string; readonly sentence: string };

/** What the unit does in the place of the candidate, of whom nothing more is asked; null: the candidate does it. */
const doneByUnit = (stage: Stage, blocked: ProgressView['blocked']): ByUnit | null => {
  const byUnit = BY_UNIT[stage];
  return byUnit && blocked.some(({ code }) => code === byUnit.code) ? byUnit : null;
};

/** By the refusal that tells who is to do it. */
const BY_UNIT: Partial<Readonly<Record<Stage, ByUnit>>> = {
  draft: {
    code: 'handed-in-by-unit',
    word: '等单位提交',
    sentence: '单位替您报的名，请核对、确认；提交由单位办理',
  },
  returned: {
    code: 'handed-in-by-unit',
    word: '单位修改中',
    sentence: '审核意见由单位修改；改好以后请您再核对、确认，由单位重新提交',
  },
  'to-pay': { code: 'paid-by-unit', word: '等单位缴费', sentence: '审核通过，费用由单位统一缴纳，您不用缴费' },
  'payment-checking': {
    code: 'paid-by-unit',
    word: '等单位缴费',
    sentence: '审核通过，单位的转账正在核对，您不用缴费',
  },
  'payment-over': {
    code: 'paid-by-unit',
    word: '单位未缴费',
    sentence: '单位没有在截止日前缴费，请问单位，或打报名页上的电话',
  },
};

/** The button or line for an action. */
export const actionWord = wordOf<Action>({
  save: '保存',
  submit: '提交报名',
  withdraw: '撤回报名',
  pay: '去缴费',
  'see-ticket': '查看准考证',
  'see-result': '查看成绩',
  'ask-score-review': '申请成绩复核',
  'apply-retake': '报名补考',
  'see-certificate': '查看证书',
  'answer-change': '查看变动，做出选择',
  approve: '通过',
  return: '退回修改',
  reject: '不予通过',
  'confirm-payment': '确认到账',
  'issue-ticket': '发放准考证',
  'record-results': '登记成绩',
  'publish-results': '发布成绩',
  'decide-score-review': '办理成绩复核',
  'issue-certificate': '发放证书',
});
