import type { ApplicationSummary } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import type { Action, Stage } from '@jikaotong/shared/rules/progress';
import { describe, expect, it } from 'vitest';
import { thingsOf } from './next-of';
import { dueWords } from './next-words';

const day = localDate;
type Given = { id: string; stage: Stage; exam: string; action?: Action; until?: string; byUnit?: boolean };

const application = ({ id, stage, exam, action, until, byUnit = false }: Given): ApplicationSummary => ({
  id,
  noticeId: 'n',
  noticeTitle: '通知',
  noticeVersion: 1,
  bodyId: 'b',
  sessionId: 's',
  sessionName: '批次',
  examStart: day(exam),
  offering: { code: 'installer-5', occupation: '安装维护员', workType: null, level: 5 },
  paidByUnit: byUnit,
  retake: null,
  retakeScheme: null,
  state: stage === 'draft' ? 'draft' : 'approved',
  progress: {
    stage,
    next: action ? [{ action, by: 'candidate', until: until ? day(until) : null }] : [],
    blocked: [],
  },
  createdAt: 0,
  submittedAt: null,
});

const exam: Given = { id: 'exam', stage: 'ticket-open', exam: '2026-12-12', action: 'see-ticket', until: '2026-12-12' };
const draft: Given = { id: 'draft', stage: 'draft', exam: '2027-01-10', action: 'submit', until: '2026-12-14' };
const pay: Given = { id: 'pay', stage: 'to-pay', exam: '2027-01-10', action: 'pay', until: '2026-12-10' };
const result: Given = { id: 'result', stage: 'in-publicity', exam: '2026-10-17', action: 'see-result' };
const review: Given = { id: 'review', stage: 'in-review', exam: '2027-01-10' };
const gone: Given = { id: 'gone', stage: 'withdrawn', exam: '2027-01-10' };

/** As the application's own room does: looking at something has no last day. */
const stepOf = ({ progress: { next } }: ApplicationSummary) => {
  const [first] = next;
  return first ? { until: first.action.startsWith('see-') ? null : first.until } : null;
};

const order = (given: readonly Given[], on = '2026-12-09') =>
  thingsOf(given.map(application), { today: day(on), stepOf }).map(({ application: { id }, kind, due }) => [
    id,
    kind,
    due,
  ]);

describe('what is next of mine', () => {
  it('keeps in sight what waits for the money of a unit', () => {
    const byUnit: Given = { id: 'by-unit', stage: 'to-pay', exam: '2027-01-10', byUnit: true };
    expect(order([byUnit])).toEqual([['by-unit', 'wait', null]]);
  });

  it('puts what has a day first by its day, then news, then what only waits, and leaves out what is over', () => {
    expect(order([gone, review, result, draft, exam, pay])).toEqual([
      ['pay', 'do', '2026-12-10'],
      ['exam', 'exam', '2026-12-12'],
      ['draft', 'do', '2026-12-14'],
      ['result', 'see', null],
      ['review', 'wait', null],
    ]);
  });

  it('is news of what ended otherwise, until the day of the exam is over', () => {
    const lapsed: Given = { id: 'lapsed', stage: 'lapsed', exam: '2026-12-12' };
    const unseen: Given = { id: 'unseen', stage: 'review-over', exam: '2026-12-12' };
    expect(order([lapsed, unseen, gone])).toEqual([
      ['lapsed', 'see', null],
      ['unseen', 'see', null],
    ]);
    expect(order([lapsed], '2026-12-13')).toEqual([]);
  });

  it('goes to the exam before anything else that ends on the same day', () => {
    expect(order([{ ...pay, until: '2026-12-12' }, exam])[0]?.[0]).toBe('exam');
  });

  it('is news of a result for 120 days after the exam', () => {
    expect(order([result], '2027-02-14')).toHaveLength(1);
    expect(order([result], '2027-02-15')).toEqual([]);
  });
});

describe('the words for it', () => {
  it('say a near day as people do', () => {
    expect(dueWords('缴费', day('2026-12-04'), day('2026-12-02'))).toBe('缴费还有 2 天');
    expect(dueWords('缴费', day('2026-12-04'), day('2026-12-03'))).toBe('缴费明天截止');
    expect(dueWords('缴费', day('2026-12-04'), day('2026-12-04'))).toBe('缴费今天截止');
  });
});
