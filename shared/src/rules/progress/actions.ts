import { type LocalDate, addDays } from '../../kernel';
import { isStillToCome } from './later-papers';
import type { ApplicationState, ProgressFacts } from './progress-facts';
import { type TimeRefusal, notAfter, notBefore, spanOf, withinWindow } from './within-window';

const PLAIN_REFUSALS = [
  'already-paid',
  'paid-by-unit',
  'handed-in-by-unit',
  'order-closed',
  'not-seated',
  'ticket-not-issued',
  'results-incomplete',
  'already-published',
  'not-published',
  'result-pending',
  'review-open',
  'line-objected',
  'not-passed',
] as const;
/** Why an action may not be taken now; the codes are those of the API. */
export const ACTION_REFUSALS = [...PLAIN_REFUSALS, 'too-early', 'too-late', 'wrong-state', 'publicity-open'] as const;
export type ActionRefusal =
  | TimeRefusal
  | { readonly code: 'wrong-state'; readonly data: { readonly state: string } }
  | { readonly code: 'publicity-open'; readonly data: { readonly until: LocalDate | null } }
  | { readonly code: (typeof PLAIN_REFUSALS)[number]; readonly data: Record<string, never> };

export const ACTIONS = [
  'save',
  'submit',
  'withdraw',
  'pay',
  'see-ticket',
  'see-result',
  'ask-score-review',
  'apply-retake',
  'see-certificate',
  'answer-change',
  'approve',
  'return',
  'reject',
  'confirm-payment',
  'issue-ticket',
  'record-results',
  'publish-results',
  'decide-score-review',
  'issue-certificate',
] as const;
export type Action = (typeof ACTIONS)[number];

type Rule = {
  readonly by: 'candidate' | 'staff';
  readonly judge: (facts: ProgressFacts, day: LocalDate) => ActionRefusal | null;
  /** The last day it may be done, or is due; null where nothing presses. */
  readonly until: (facts: ProgressFacts) => LocalDate | null;
};

/** Null when the action may be taken on this day, else why not. */
export const may = (action: Action, facts: ProgressFacts, day: LocalDate): ActionRefusal | null =>
  RULES[action].judge(facts, day);

export const actorOf = (action: Action): 'candidate' | 'staff' => RULES[action].by;
export const deadlineOf = (action: Action, facts: ProgressFacts): LocalDate | null => RULES[action].until(facts);

/**
 * An application that was handed in on time may be mended as long as an approval still makes sense: until payment
 * ends.
 */
export const mendingClosesOn = (facts: Pick<ProgressFacts, 'windows'>): LocalDate | null =>
  spanOf(facts.windows, 'payment').closes ?? spanOf(facts.windows, 'application').closes;

/** Whether publicity is still to run: its last day not over, or not yet known though the notice has a publicity. */
export function publicityRuns({ windows }: Pick<ProgressFacts, 'windows'>, day: LocalDate): boolean {
  const publicity = windows.find((window) => window.kind === 'publicity');
  return publicity !== undefined && (publicity.closes === null || day <= publicity.closes);
}

const refuse = (
  code: Extract<ActionRefusal, { data: Record<string, never> }>['code'],
): Extract<ActionRefusal, { data: Record<string, never> }> => ({ code, data: {} });
const wrongState = (state: string): ActionRefusal => ({ code: 'wrong-state', data: { state } });
const inState = (facts: ProgressFacts, ...states: readonly ApplicationState[]): ActionRefusal | null =>
  states.includes(facts.application) ? null : wrongState(facts.application);

const closes =
  (kind: 'application' | 'payment' | 'ticket' | 'results' | 'publicity' | 'review') => (facts: ProgressFacts) =>
    spanOf(facts.windows, kind).closes;
const never = () => null;

const reviewing: Rule['judge'] = (facts, day) => inState(facts, 'submitted') ?? notAfter(mendingClosesOn(facts), day);
const paidByOthers = (facts: ProgressFacts): ActionRefusal | null =>
  facts.paidByUnit && facts.application === 'approved' && facts.order?.state !== 'settled'
    ? refuse('paid-by-unit')
    : null;
const payable = (facts: ProgressFacts): ActionRefusal | null => {
  const state = inState(facts, 'approved');
  if (state) return state;
  switch (facts.order?.state) {
    case undefined:
      return wrongState('no-order');
    case 'open':
      return null;
    case 'settled':
      return refuse('already-paid');
    case 'lapsed':
    case 'cancelled':
      return refuse('order-closed');
  }
};
const admitted = (facts: ProgressFacts): ActionRefusal | null =>
  inState(facts, 'approved') ?? (facts.order?.state === 'settled' ? null : wrongState('unpaid'));
/** Whoever waits while something is looked into hears so, not that nothing is out. */
const seen = (facts: ProgressFacts): ActionRefusal | null =>
  facts.results !== 'published' && facts.resultPending ? refuse('result-pending') : published(facts);
const published = (facts: ProgressFacts): ActionRefusal | null =>
  inState(facts, 'approved') ?? (facts.results === 'published' ? null : refuse('not-published'));

/** After the session was moved or cancelled: keep, go elsewhere or leave, until the day staff have set. */
const answering: Rule['judge'] = (facts, day) => {
  const { change } = facts;
  if (!change || change.until === null) return wrongState('no-change');
  if (change.choice === 'leave') return wrongState('left');
  const states: readonly ApplicationState[] =
    change.kind === 'cancelled' ? ['void'] : ['submitted', 'returned', 'approved'];
  return inState(facts, ...states) ?? notAfter(change.until, day);
};

const RULES: Readonly<Record<Action, Rule>> = {
  save: { by: 'candidate', judge: (facts) => inState(facts, 'draft', 'returned'), until: never },
  submit: {
    by: 'candidate',
    judge: (facts, day) =>
      inState(facts, 'draft', 'returned') ??
      (facts.paidByUnit ? refuse('handed-in-by-unit') : null) ??
      (facts.application === 'returned'
        ? notAfter(mendingClosesOn(facts), day)
        : withinWindow(facts.windows, 'application', day)),
    until: (facts) => (facts.application === 'returned' ? mendingClosesOn(facts) : closes('application')(facts)),
  },
  withdraw: {
    by: 'candidate',
    judge: (facts) =>
      facts.order?.state === 'settled'
        ? refuse('already-paid')
        : inState(facts, 'draft', 'submitted', 'returned', 'approved'),
    until: never,
  },
  pay: {
    by: 'candidate',
    judge: (facts, day) => paidByOthers(facts) ?? payable(facts) ?? withinWindow(facts.windows, 'payment', day),
    until: closes('payment'),
  },
  'see-ticket': {
    by: 'candidate',
    judge: (facts, day) =>
      admitted(facts) ??
      notBefore(spanOf(facts.windows, 'ticket').opens, day) ??
      (facts.ticketIssued ? null : refuse('ticket-not-issued')),
    // a subject that is announced later may come after the day until which the notice shows the ticket
    until: (facts) => (facts.later?.length ? null : closes('ticket')(facts)),
  },
  'see-result': { by: 'candidate', judge: seen, until: never },
  'ask-score-review': {
    by: 'candidate',
    judge: (facts, day) => {
      const notYet = published(facts);
      if (notYet) return notYet;
      if (!facts.windows.some((window) => window.kind === 'review')) return wrongState('no-review');
      return withinWindow(facts.windows, 'review', day) ?? (facts.scoreReviewOpen ? refuse('review-open') : null);
    },
    until: closes('review'),
  },
  'apply-retake': {
    by: 'candidate',
    judge: (facts, day) =>
      published(facts) ?? (facts.retakeUntil === null ? wrongState('no-retake') : notAfter(facts.retakeUntil, day)),
    until: (facts) => facts.retakeUntil,
  },
  'see-certificate': {
    by: 'candidate',
    // also one that is void: its holder must read so, and why
    judge: (facts) => (facts.certificate === 'none' ? wrongState('certificate-none') : null),
    until: never,
  },
  'answer-change': { by: 'candidate', judge: answering, until: (facts) => facts.change?.until ?? null },
  approve: { by: 'staff', judge: reviewing, until: mendingClosesOn },
  return: { by: 'staff', judge: reviewing, until: mendingClosesOn },
  reject: { by: 'staff', judge: (facts) => inState(facts, 'submitted'), until: mendingClosesOn },
  'confirm-payment': { by: 'staff', judge: payable, until: closes('payment') },
  'issue-ticket': {
    by: 'staff',
    judge: (facts, day) =>
      admitted(facts) ??
      (facts.ticketIssued ? wrongState('ticket-issued') : null) ??
      notBefore(spanOf(facts.windows, 'ticket').opens, day) ??
      (facts.seated ? null : refuse('not-seated')),
    until: (facts) => spanOf(facts.windows, 'ticket').opens,
  },
  'record-results': {
    by: 'staff',
    judge: (facts, day) =>
      admitted(facts) ??
      (facts.results === 'published' ? refuse('already-published') : null) ??
      (facts.ticketIssued ? null : refuse('ticket-not-issued')) ??
      notBefore(spanOf(facts.windows, 'exam').opens, day),
    until: closes('results'),
  },
  'publish-results': {
    by: 'staff',
    judge: (facts, day) =>
      admitted(facts) ??
      (facts.results === 'published' ? refuse('already-published') : null) ??
      notBefore(dayAfter(spanOf(facts.windows, 'exam').closes), day) ??
      (facts.later?.some((paper) => isStillToCome(paper, day)) ? refuse('results-incomplete') : null) ??
      (facts.results === 'complete' ? null : refuse('results-incomplete')),
    until: closes('results'),
  },
  'decide-score-review': {
    by: 'staff',
    judge: (facts) => published(facts) ?? (facts.scoreReviewOpen ? null : wrongState('no-review')),
    until: closes('publicity'),
  },
  'issue-certificate': {
    by: 'staff',
    judge: (facts, day) => {
      const notYet = published(facts);
      if (notYet) return notYet;
      if (facts.certificate !== 'none') return wrongState(`certificate-${facts.certificate}`);
      if (facts.outcome !== 'passed') return refuse('not-passed');
      if (publicityRuns(facts, day)) {
        return { code: 'publicity-open', data: { until: spanOf(facts.windows, 'publicity').closes } };
      }
      if (facts.objectionOpen) return refuse('line-objected');
      return facts.scoreReviewOpen ? refuse('review-open') : null;
    },
    until: never,
  },
};

const dayAfter = (day: LocalDate | null): LocalDate | null => (day === null ? null : addDays(day, 1));
