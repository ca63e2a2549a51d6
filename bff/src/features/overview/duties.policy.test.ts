import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { type Progress, dutiesOf } from './duties.policy';

const day = localDate;
const windows = [
  { kind: 'application', opens: day('2026-11-16'), closes: day('2026-11-30') },
  { kind: 'payment', opens: day('2026-11-16'), closes: day('2026-12-04') },
  { kind: 'ticket', opens: day('2026-12-07'), closes: day('2026-12-12') },
  { kind: 'exam', opens: day('2026-12-12'), closes: day('2026-12-12') },
  { kind: 'results', opens: day('2026-12-18'), closes: day('2026-12-18') },
  { kind: 'publicity', opens: day('2026-12-18'), closes: day('2026-12-29') },
] as const;
const nothing: Progress = {
  windowsConfirmed: true,
  submitted: 0,
  claimed: 0,
  owing: 0,
  sittingsToday: 0,
  unopened: 0,
  paid: 0,
  seated: 0,
  ticketed: 0,
  scored: 0,
  differing: 0,
  passedWithoutCertificate: 0,
  certificatesToReplace: 0,
  certificatesToSend: 0,
  certificatesToRegister: { waiting: 0, since: null },
  certificatesToWithdraw: 0,
  resultsPublished: false,
  publicityOver: false,
  openCases: 0,
  openScoreReviews: 0,
  openObjections: 0,
  later: [],
};
const on = (text: string, change: Partial<Progress>) => dutiesOf({ ...nothing, ...change }, windows, day(text));
const codes = (text: string, change: Partial<Progress>) => on(text, change).map(({ code }) => code);
const ticketed = { paid: 2, seated: 2, ticketed: 2 };

describe('the duties of a session', () => {
  it('name certificates that print what was put right since', () =>
    expect(codes('2027-03-01', { resultsPublished: true, certificatesToReplace: 1 })).toEqual([
      'replace-certificates',
    ]));

  it('name certificates that the official look-up does not show, within a month of the first', () => {
    const waiting = (text: string) => on(text, { certificatesToRegister: { waiting: 3, since: day('2026-12-30') } });
    const duty = { code: 'register-certificates', dueOn: '2027-01-29', waiting: 3 };
    expect(waiting('2027-01-29')).toEqual([{ ...duty, overdue: false }]);
    expect(waiting('2027-01-30')).toEqual([{ ...duty, overdue: true }]);
  });

  it('are none where nothing waits', () => expect(on('2026-12-12', {})).toEqual([]));

  it('name those who owe until the last day of payment, and after it as overdue', () => {
    const owed = (text: string) => on(text, { owing: 12 });
    const duty = { code: 'collect-fees', dueOn: '2026-12-04', waiting: 12 };
    expect(owed('2026-12-04')).toEqual([{ ...duty, overdue: false }]);
    expect(owed('2026-12-05')).toEqual([{ ...duty, overdue: true }]);
    expect(on('2026-12-04', { owing: 0 })).toEqual([]);
  });

  it.each([
    ['2026-12-09', false],
    ['2026-12-10', true],
    ['2026-12-11', true],
    ['2026-12-12', false],
  ])('ask to reach whoever has not looked at the ticket from two days before the exam on: %s', (text, isOpen) =>
    expect(codes(text, { ...ticketed, unopened: 3 }).includes('unopened-tickets')).toBe(isOpen),
  );

  it('name the exam on a day on which somebody sits, before what is due later', () => {
    const today = { ...ticketed, sittingsToday: 4, scored: 1 };
    expect(on('2026-12-12', today)).toEqual([
      { code: 'exam-day', dueOn: '2026-12-12', overdue: false },
      { code: 'import-scores', dueOn: '2026-12-18', overdue: false },
    ]);
    expect(codes('2026-12-12', { ...today, sittingsToday: 0 })).toEqual(['import-scores']);
  });

  it('are to settle what nobody reviewed once that is too late', () => {
    expect(codes('2026-12-04', { submitted: 1 })).toEqual(['review-applications']);
    expect(on('2026-12-05', { submitted: 1 })).toEqual([
      { code: 'settle-unreviewed', dueOn: '2026-12-04', overdue: true, waiting: 1 },
    ]);
  });

  it('come with the most urgent first, without a day last', () => {
    expect(codes('2026-12-05', { openCases: 1, submitted: 1, paid: 2, seated: 1 })).toEqual([
      'settle-unreviewed',
      'seat-session',
      'resolve-cases',
    ]);
  });

  it.each([
    ['2026-12-04', []],
    ['2026-12-05', [{ code: 'issue-tickets', dueOn: '2026-12-07', overdue: false }]],
    ['2026-12-07', [{ code: 'issue-tickets', dueOn: '2026-12-07', overdue: false }]],
    ['2026-12-08', [{ code: 'issue-tickets', dueOn: '2026-12-07', overdue: true }]],
  ])('name the ticket day once payment is over: %s', (text, duties) =>
    expect(on(text, { paid: 2, seated: 2, ticketed: 1 })).toEqual(duties),
  );

  it('ask for the day of a subject that is announced later once payment is over, then for its seats', () => {
    const open = { ...ticketed, later: [{ day: null, waiting: 2 }] };
    expect(codes('2026-12-04', open)).toEqual([]);
    expect(codes('2026-12-05', open)).toEqual(['announce-subject']);
    expect(codes('2026-12-05', { ...ticketed, later: [{ day: null, waiting: 0 }] })).toEqual([]);
    const known = { ...ticketed, scored: 2, resultsPublished: true, later: [{ day: day('2027-01-09'), waiting: 2 }] };
    expect(on('2027-01-09', known)).toEqual([{ code: 'seat-session', dueOn: '2027-01-09', overdue: false }]);
    expect(on('2027-01-10', known)).toEqual([]);
  });

  it('ask for marks from the last exam day on', () => {
    expect(codes('2026-12-11', { ...ticketed, scored: 1 })).toEqual([]);
    expect(codes('2026-12-12', { ...ticketed, scored: 1 })).toEqual(['import-scores']);
  });

  it('name whom two facts say differently of once the exam is over, and without a day once results are out', () => {
    const differs = (text: string, change: Partial<Progress> = {}) => on(text, { differing: 2, ...change });
    const duty = { code: 'settle-attendance', dueOn: '2026-12-18', overdue: false, waiting: 2 };
    expect(differs('2026-12-12')).toEqual([]);
    expect(differs('2026-12-13')).toEqual([duty]);
    expect(differs('2026-12-19')).toEqual([{ ...duty, overdue: true }]);
    expect(differs('2026-12-19', { resultsPublished: true })).toEqual([{ ...duty, dueOn: null }]);
  });

  it.each([
    ['2026-12-12', []],
    ['2026-12-13', [{ code: 'publish-results', dueOn: '2026-12-18', overdue: false }]],
    ['2026-12-18', [{ code: 'publish-results', dueOn: '2026-12-18', overdue: false }]],
    ['2026-12-19', [{ code: 'publish-results', dueOn: '2026-12-18', overdue: true }]],
  ])('name the day of publication once every mark is there: %s', (text, duties) =>
    expect(on(text, { ...ticketed, scored: 2 })).toEqual(duties),
  );

  it('ask for certificates once publicity is over, whatever marks are still being checked', () => {
    const running = { ...ticketed, scored: 2, resultsPublished: true, passedWithoutCertificate: 1 };
    expect(codes('2026-12-29', running)).toEqual([]);
    const passed = { ...running, publicityOver: true };
    expect(codes('2026-12-30', passed)).toEqual(['issue-certificates']);
    expect(on('2026-12-30', { ...passed, openScoreReviews: 1 })).toEqual([
      { code: 'decide-score-reviews', dueOn: '2026-12-29', overdue: true, waiting: 1 },
      { code: 'issue-certificates', dueOn: null, overdue: false, waiting: 1 },
    ]);
  });
});
