import { type LocalDate, unreachable } from '../../kernel';
import { type Action, type ActionRefusal, actorOf, deadlineOf, may, mendingClosesOn, publicityRuns } from './actions';
import { isStillToCome } from './later-papers';
import type { ProgressFacts } from './progress-facts';
import { spanOf } from './within-window';

export const STAGES = [
  'draft',
  'draft-over',
  'in-review',
  'review-over',
  'returned',
  'returned-over',
  'to-pay',
  'payment-checking',
  'payment-over',
  'paid',
  'ticket-open',
  'exam-day',
  'awaiting-subject',
  'awaiting-results',
  'result-pending',
  'in-publicity',
  'score-review',
  'awaiting-certificate',
  'retake-possible',
  'failed',
  'certified',
  'certificate-void',
  'rejected',
  'withdrawn',
  'lapsed',
  'void',
  'session-cancelled',
] as const;
/** What people see of an application; computed, never stored. */
export type Stage = (typeof STAGES)[number];

export type NextAction = {
  readonly action: Action;
  readonly by: 'candidate' | 'staff';
  readonly until: LocalDate | null;
};
export type BlockedAction = { readonly action: Action } & ActionRefusal;
export type Progress = {
  readonly stage: Stage;
  /** How it went, once that is published. */
  readonly outcome?: 'passed' | 'failed' | 'absent';
  /** What may be done now, the most urgent first. */
  readonly next: readonly NextAction[];
  /** What people look for here but may not do now, with the reason. */
  readonly blocked: readonly BlockedAction[];
};

/** The stage on a day, what may be done next and by whom, and why the rest may not. */
export function stageOf(facts: ProgressFacts, day: LocalDate): Progress {
  const stage = stageAt(facts, day);
  const next: NextAction[] = [];
  const blocked: BlockedAction[] = [];
  for (const action of [...(isAsked(facts, day) ? ASKED : []), ...ACTIONS_OF[stage]]) {
    const refusal = may(action, facts, day);
    if (refusal) blocked.push({ action, ...refusal });
    else next.push({ action, by: actorOf(action), until: deadlineOf(action, facts) });
  }
  return { stage, ...(facts.results === 'published' && facts.outcome && { outcome: facts.outcome }), next, blocked };
}

const ASKED: readonly Action[] = ['answer-change'];

/** The session was changed and the candidate has not chosen yet: that comes before everything else. */
const isAsked = (facts: ProgressFacts, day: LocalDate): boolean =>
  facts.change?.choice === null && may('answer-change', facts, day) === null;

/** What people look for at each stage, in the order it is offered. */
const ACTIONS_OF: Readonly<Record<Stage, readonly Action[]>> = {
  draft: ['submit', 'save', 'withdraw'],
  'draft-over': ['submit', 'withdraw'],
  'in-review': ['approve', 'return', 'reject', 'withdraw'],
  'review-over': ['approve', 'return', 'reject', 'withdraw'],
  returned: ['submit', 'save', 'withdraw'],
  'returned-over': ['submit', 'withdraw'],
  'to-pay': ['pay', 'confirm-payment', 'withdraw'],
  'payment-checking': ['confirm-payment', 'pay'],
  'payment-over': ['pay', 'confirm-payment', 'withdraw'],
  paid: ['see-ticket', 'issue-ticket'],
  'ticket-open': ['see-ticket'],
  'exam-day': ['see-ticket', 'record-results'],
  'awaiting-subject': ['see-ticket', 'see-result', 'record-results'],
  'awaiting-results': ['see-result', 'record-results', 'publish-results'],
  'result-pending': ['see-result', 'record-results'],
  'in-publicity': ['see-result', 'ask-score-review', 'issue-certificate'],
  'score-review': ['see-result', 'decide-score-review', 'issue-certificate'],
  'awaiting-certificate': ['see-result', 'issue-certificate'],
  'retake-possible': ['apply-retake', 'see-result'],
  failed: ['see-result'],
  certified: ['see-certificate', 'see-result'],
  'certificate-void': ['see-certificate', 'see-result'],
  rejected: [],
  withdrawn: [],
  lapsed: [],
  void: [],
  'session-cancelled': [],
};

function stageAt(facts: ProgressFacts, day: LocalDate): Stage {
  switch (facts.application) {
    case 'draft':
      return isOver(spanOf(facts.windows, 'application').closes, day) ? 'draft-over' : 'draft';
    case 'submitted':
      return isOver(mendingClosesOn(facts), day) ? 'review-over' : 'in-review';
    case 'returned':
      return isOver(mendingClosesOn(facts), day) ? 'returned-over' : 'returned';
    case 'approved':
      return approvedStage(facts, day);
    case 'void':
      return facts.change?.kind === 'cancelled' ? 'session-cancelled' : 'void';
    case 'rejected':
    case 'withdrawn':
    case 'lapsed':
      return facts.application;
    default:
      return unreachable(facts.application);
  }
}

function approvedStage(facts: ProgressFacts, day: LocalDate): Stage {
  if (facts.order?.state !== 'settled') return unpaidStage(facts, day);
  if (facts.certificate !== 'none') return facts.certificate === 'issued' ? 'certified' : 'certificate-void';
  if (facts.results === 'published') return publishedStage(facts, day);
  if (facts.resultPending) return 'result-pending';
  const exam = spanOf(facts.windows, 'exam');
  if (facts.later?.some((paper) => paper.day === day)) return 'exam-day';
  if (isOver(exam.closes ?? exam.opens, day))
    return facts.later?.some((paper) => isStillToCome(paper, day)) ? 'awaiting-subject' : 'awaiting-results';
  if (exam.opens && day >= exam.opens) return 'exam-day';
  const ticketOpens = spanOf(facts.windows, 'ticket').opens;
  return facts.ticketIssued && (ticketOpens === null || day >= ticketOpens) ? 'ticket-open' : 'paid';
}

function unpaidStage({ order, windows }: ProgressFacts, day: LocalDate): Stage {
  if (order?.state === 'lapsed' || order?.state === 'cancelled') return 'payment-over';
  if (order?.claimed) return 'payment-checking';
  return isOver(spanOf(windows, 'payment').closes, day) ? 'payment-over' : 'to-pay';
}

function publishedStage(facts: ProgressFacts, day: LocalDate): Stage {
  if (facts.scoreReviewOpen) return 'score-review';
  if (publicityRuns(facts, day)) return 'in-publicity';
  if (facts.outcome === 'passed') return 'awaiting-certificate';
  return facts.retakeUntil && !isOver(facts.retakeUntil, day) ? 'retake-possible' : 'failed';
}

const isOver = (lastDay: LocalDate | null, day: LocalDate): boolean => lastDay !== null && day > lastDay;
