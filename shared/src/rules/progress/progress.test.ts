import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import {
  type Action,
  type KnownWindow,
  type ProgressFacts,
  STAGES,
  type Stage,
  may,
  sessionStateOf,
  stageOf,
  withinWindow,
} from './index';

const window = (kind: KnownWindow['kind'], opens: string | null, closes: string | null): KnownWindow => ({
  kind,
  opens: opens === null ? null : localDate(opens),
  closes: closes === null ? null : localDate(closes),
});
const windows: KnownWindow[] = [
  window('application', '2026-11-16', '2026-11-30'),
  window('payment', '2026-11-16', '2026-12-04'),
  window('ticket', '2026-12-07', '2026-12-12'),
  window('exam', '2026-12-12', '2026-12-12'),
  window('results', '2026-12-18', '2026-12-18'),
  window('publicity', '2026-12-18', '2026-12-29'),
  window('review', '2026-12-18', '2026-12-29'),
];
const base: ProgressFacts = {
  windows,
  application: 'draft',
  order: null,
  seated: false,
  ticketIssued: false,
  results: 'none',
  outcome: null,
  scoreReviewOpen: false,
  retakeUntil: null,
  certificate: 'none',
  change: null,
};
const cancelled = { kind: 'cancelled', until: localDate('2026-12-08'), choice: null } as const;
const approved: ProgressFacts = { ...base, application: 'approved', order: { state: 'open', claimed: false } };
const paid: ProgressFacts = { ...approved, order: { state: 'settled', claimed: false }, seated: true };
const ticketed: ProgressFacts = { ...paid, ticketIssued: true };
const complete: ProgressFacts = { ...ticketed, results: 'complete' };
const passed: ProgressFacts = { ...ticketed, results: 'published', outcome: 'passed' };
const failed: ProgressFacts = { ...passed, outcome: 'failed', retakeUntil: localDate('2027-12-18') };

describe('stageOf', () => {
  const story: [string, ProgressFacts, string, Stage, Action[], string[]][] = [
    ['a draft', base, '2026-11-23', 'draft', ['submit', 'save', 'withdraw'], []],
    ['on the last day', base, '2026-11-30', 'draft', ['submit', 'save', 'withdraw'], []],
    ['the day after', base, '2026-12-01', 'draft-over', ['withdraw'], ['submit too-late']],
    [
      'handed in',
      { ...base, application: 'submitted' },
      '2026-11-24',
      'in-review',
      ['approve', 'return', 'reject', 'withdraw'],
      [],
    ],
    [
      'handed in, never looked at',
      { ...base, application: 'submitted' },
      '2026-12-05',
      'review-over',
      ['reject', 'withdraw'],
      ['approve too-late', 'return too-late'],
    ],
    ['sent back', { ...base, application: 'returned' }, '2026-12-04', 'returned', ['submit', 'save', 'withdraw'], []],
    [
      'sent back, too late',
      { ...base, application: 'returned' },
      '2026-12-05',
      'returned-over',
      ['withdraw'],
      ['submit too-late'],
    ],
    ['approved', approved, '2026-12-04', 'to-pay', ['pay', 'confirm-payment', 'withdraw'], []],
    ['not paid in time', approved, '2026-12-05', 'payment-over', ['confirm-payment', 'withdraw'], ['pay too-late']],
    [
      'voucher handed in',
      { ...approved, order: { state: 'open', claimed: true } },
      '2026-12-05',
      'payment-checking',
      ['confirm-payment'],
      ['pay too-late'],
    ],
    [
      'order lapsed',
      { ...approved, order: { state: 'lapsed', claimed: false } },
      '2026-12-05',
      'payment-over',
      ['withdraw'],
      ['pay order-closed', 'confirm-payment order-closed'],
    ],
    ['paid', paid, '2026-12-06', 'paid', [], ['see-ticket too-early', 'issue-ticket too-early']],
    ['ticket day, not issued', paid, '2026-12-07', 'paid', ['issue-ticket'], ['see-ticket ticket-not-issued']],
    [
      'no seat yet',
      { ...paid, seated: false },
      '2026-12-07',
      'paid',
      [],
      ['see-ticket ticket-not-issued', 'issue-ticket not-seated'],
    ],
    ['ticket', ticketed, '2026-12-11', 'ticket-open', ['see-ticket'], []],
    ['exam day', ticketed, '2026-12-12', 'exam-day', ['see-ticket', 'record-results'], []],
    [
      'after the exam',
      ticketed,
      '2026-12-13',
      'awaiting-results',
      ['record-results'],
      ['see-result not-published', 'publish-results results-incomplete'],
    ],
    [
      'held while something is looked into',
      { ...complete, resultPending: true },
      '2026-12-13',
      'result-pending',
      ['record-results'],
      ['see-result result-pending'],
    ],
    [
      'marks in',
      complete,
      '2026-12-13',
      'awaiting-results',
      ['record-results', 'publish-results'],
      ['see-result not-published'],
    ],
    [
      'publicity',
      passed,
      '2026-12-18',
      'in-publicity',
      ['see-result', 'ask-score-review'],
      ['issue-certificate publicity-open'],
    ],
    [
      'its last day',
      passed,
      '2026-12-29',
      'in-publicity',
      ['see-result', 'ask-score-review'],
      ['issue-certificate publicity-open'],
    ],
    [
      'review asked',
      { ...passed, scoreReviewOpen: true },
      '2026-12-30',
      'score-review',
      ['see-result', 'decide-score-review'],
      ['issue-certificate review-open'],
    ],
    ['publicity over', passed, '2026-12-30', 'awaiting-certificate', ['see-result', 'issue-certificate'], []],
    ['failed', failed, '2026-12-30', 'retake-possible', ['apply-retake', 'see-result'], []],
    ['failed, long ago', failed, '2027-12-19', 'failed', ['see-result'], []],
    ['absent', { ...passed, outcome: 'absent' }, '2026-12-30', 'failed', ['see-result'], []],
    [
      'certified',
      { ...passed, certificate: 'issued' },
      '2026-12-31',
      'certified',
      ['see-certificate', 'see-result'],
      [],
    ],
    [
      'certificate void',
      { ...passed, certificate: 'void' },
      '2027-01-31',
      'certificate-void',
      ['see-certificate', 'see-result'],
      [],
    ],
    ['rejected', { ...base, application: 'rejected' }, '2026-11-24', 'rejected', [], []],
    ['withdrawn', { ...base, application: 'withdrawn' }, '2026-11-24', 'withdrawn', [], []],
    ['lapsed', { ...base, application: 'lapsed' }, '2026-12-05', 'lapsed', [], []],
    ['void', { ...base, application: 'void' }, '2026-12-05', 'void', [], []],
    [
      'session cancelled',
      { ...paid, application: 'void', change: cancelled },
      '2026-12-08',
      'session-cancelled',
      ['answer-change'],
      [],
    ],
  ];

  it.each(story)('%s', (_, facts, day, stage, next, blocked) => {
    const progress = stageOf(facts, localDate(day));
    expect(progress.stage).toBe(stage);
    expect(progress.next.map(({ action }) => action)).toEqual(next);
    expect(progress.blocked.map(({ action, code }) => `${action} ${code}`)).toEqual(blocked);
  });

  it('waits for a subject whose time is announced later: after the exam, on its day, and no longer', () => {
    const on = (day: string | null, today: string) => {
      const later = [{ subject: 'review' as const, day: day === null ? null : localDate(day) }];
      return stageOf({ ...complete, results: 'none', later }, localDate(today)).stage;
    };
    expect([on(null, '2026-12-12'), on(null, '2026-12-13'), on('2026-12-20', '2026-12-19')]).toEqual([
      'exam-day',
      'awaiting-subject',
      'awaiting-subject',
    ]);
    expect([on('2026-12-20', '2026-12-20'), on('2026-12-20', '2026-12-21')]).toEqual(['exam-day', 'awaiting-results']);
  });

  it('tells the outcome once it is published, and not before', () => {
    const told = (facts: ProgressFacts) => stageOf(facts, localDate('2026-12-20')).outcome;
    expect([told(passed), told(failed), told({ ...complete, outcome: 'passed' })]).toEqual([
      'passed',
      'failed',
      undefined,
    ]);
  });

  it('has a row for every stage', () => {
    const seen = new Set<Stage>([...story.map(([, , , stage]) => stage), 'awaiting-subject']);
    expect(seen).toEqual(new Set(STAGES));
  });

  it('says by whom and until when', () => {
    expect(stageOf(base, localDate('2026-11-23')).next[0]).toEqual({
      action: 'submit',
      by: 'candidate',
      until: '2026-11-30',
    });
    expect(stageOf(complete, localDate('2026-12-14')).next[1]).toEqual({
      action: 'publish-results',
      by: 'staff',
      until: '2026-12-18',
    });
    expect(stageOf(paid, localDate('2026-12-05')).blocked[0]).toEqual({
      action: 'see-ticket',
      code: 'too-early',
      data: { opensOn: '2026-12-07' },
    });
  });
});

describe('may', () => {
  const at = (action: Action, facts: ProgressFacts, day: string) => may(action, facts, localDate(day))?.code ?? 'yes';

  it.each<[string, Action, ProgressFacts, string, string]>([
    ['submit before the window', 'submit', base, '2026-11-15', 'too-early'],
    ['submit on its first day', 'submit', base, '2026-11-16', 'yes'],
    ['submit twice', 'submit', { ...base, application: 'submitted' }, '2026-11-24', 'wrong-state'],
    ['approve on the last payment day', 'approve', { ...base, application: 'submitted' }, '2026-12-04', 'yes'],
    ['approve after it', 'approve', { ...base, application: 'submitted' }, '2026-12-05', 'too-late'],
    ['approve a draft', 'approve', base, '2026-11-24', 'wrong-state'],
    ['pay before approval', 'pay', { ...base, application: 'submitted' }, '2026-11-24', 'wrong-state'],
    ['pay what the unit pays', 'pay', { ...approved, paidByUnit: true }, '2026-11-24', 'paid-by-unit'],
    ['pay twice', 'pay', paid, '2026-11-24', 'already-paid'],
    ['withdraw when paid', 'withdraw', paid, '2026-11-24', 'already-paid'],
    ['withdraw when rejected', 'withdraw', { ...base, application: 'rejected' }, '2026-11-24', 'wrong-state'],
    ['ticket before its day', 'see-ticket', ticketed, '2026-12-06', 'too-early'],
    ['ticket on its day', 'see-ticket', ticketed, '2026-12-07', 'yes'],
    ['ticket unpaid', 'see-ticket', approved, '2026-12-07', 'wrong-state'],
    ['ticket a year later', 'see-ticket', ticketed, '2027-12-07', 'yes'],
    ['issue a ticket twice', 'issue-ticket', ticketed, '2026-12-07', 'wrong-state'],
    ['marks before the exam', 'record-results', ticketed, '2026-12-11', 'too-early'],
    ['marks without a ticket', 'record-results', paid, '2026-12-12', 'ticket-not-issued'],
    ['marks after publication', 'record-results', passed, '2026-12-19', 'already-published'],
    ['publish on the exam day', 'publish-results', complete, '2026-12-12', 'too-early'],
    ['publish the day after', 'publish-results', complete, '2026-12-13', 'yes'],
    ['publish twice', 'publish-results', passed, '2026-12-19', 'already-published'],
    ['review before publication', 'ask-score-review', complete, '2026-12-17', 'not-published'],
    ['review on the last day of publicity', 'ask-score-review', passed, '2026-12-29', 'yes'],
    ['review after publicity', 'ask-score-review', passed, '2026-12-30', 'too-late'],
    ['a second review', 'ask-score-review', { ...passed, scoreReviewOpen: true }, '2026-12-19', 'review-open'],
    ['certificate for a failure', 'issue-certificate', failed, '2026-12-30', 'not-passed'],
    ['certificate twice', 'issue-certificate', { ...passed, certificate: 'issued' }, '2026-12-31', 'wrong-state'],
    ['see no certificate', 'see-certificate', passed, '2026-12-31', 'wrong-state'],
    ['retake after a pass', 'apply-retake', passed, '2026-12-31', 'wrong-state'],
    ['retake on the last day', 'apply-retake', failed, '2027-12-18', 'yes'],
    ['retake after it', 'apply-retake', failed, '2027-12-19', 'too-late'],
  ])('%s', (_, action, facts, day, expected) => expect(at(action, facts, day)).toBe(expected));

  it('gives no certificate while the end of publicity cannot be known', () => {
    const unknown = {
      ...passed,
      windows: windows.map((one) => (one.kind === 'publicity' ? { ...one, closes: null } : one)),
    };
    expect(may('issue-certificate', unknown, localDate('2027-01-31'))).toEqual({
      code: 'publicity-open',
      data: { until: null },
    });
  });

  it('gives it at once where the notice has no publicity, and then no review either', () => {
    const none = { ...passed, windows: windows.filter(({ kind }) => kind !== 'publicity' && kind !== 'review') };
    expect(at('issue-certificate', none, '2026-12-18')).toBe('yes');
    expect(at('ask-score-review', none, '2026-12-18')).toBe('wrong-state');
  });
});

describe('withinWindow', () => {
  it.each([
    ['2026-11-15', { code: 'too-early', data: { opensOn: '2026-11-16' } }],
    ['2026-11-16', null],
    ['2026-11-30', null],
    ['2026-12-01', { code: 'too-late', data: { closedOn: '2026-11-30' } }],
  ])('%s', (day, refusal) => expect(withinWindow(windows, 'application', localDate(day))).toEqual(refusal));
});

describe('sessionStateOf', () => {
  const at = (day: string, more: { cancelled?: boolean; published?: boolean } = {}) =>
    sessionStateOf({ windows, cancelled: more.cancelled ?? false, published: more.published ?? false }, localDate(day));

  it.each([
    ['2026-11-15', 'upcoming'],
    ['2026-11-16', 'applying'],
    ['2026-11-30', 'applying'],
    ['2026-12-01', 'reviewing'],
    ['2026-12-04', 'reviewing'],
    ['2026-12-05', 'awaiting-exam'],
    ['2026-12-11', 'awaiting-exam'],
    ['2026-12-12', 'exam-days'],
    ['2026-12-13', 'awaiting-results'],
    ['2026-12-31', 'awaiting-results'],
  ])('%s: %s', (day, state) => expect(at(day)).toBe(state));

  it('follows the publication, not the plan', () => {
    expect(at('2026-12-29', { published: true })).toBe('in-publicity');
    expect(at('2026-12-30', { published: true })).toBe('ended');
    expect(at('2026-11-20', { cancelled: true })).toBe('cancelled');
  });
});
