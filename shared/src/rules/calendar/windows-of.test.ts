import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import type { Boundary, Window } from '../../notice';
import { ANNOUNCED_YEARS, type SessionDays, type TimedNotice, nextWindowEvents, windowOf, windowsOf } from './index';

const day = localDate;
const source = { clause: '三（五）1', quote: '认定考试结束后五个工作日' };
const assumed = { assumed: 'the notice prints no such day' };
const session = (field: Extract<Boundary, { kind: 'session' }>['field']): Boundary => ({
  kind: 'session',
  field,
  source: assumed,
});
const offset = (given: Partial<Extract<Boundary, { kind: 'offset' }>>): Boundary => ({
  kind: 'offset',
  direction: 'after',
  count: 5,
  unit: 'workdays',
  anchor: 'exam-end',
  source,
  ...given,
});
const published: Boundary = { kind: 'anchor', anchor: 'published', source };
const windows: Window[] = [
  { kind: 'application', opens: session('application-opens'), closes: session('application-closes') },
  { kind: 'payment', opens: session('payment-opens'), closes: session('payment-closes') },
  { kind: 'ticket', opens: offset({ direction: 'before', anchor: 'exam-start' }), closes: null },
  { kind: 'exam', opens: session('exam-start'), closes: session('exam-end') },
  { kind: 'results', opens: null, closes: offset({ direction: 'within' }) },
  { kind: 'publicity', opens: published, closes: offset({ count: 7, anchor: 'publicity-opens' }) },
  {
    kind: 'review',
    opens: { kind: 'anchor', anchor: 'publicity-opens', source },
    closes: { kind: 'anchor', anchor: 'publicity-closes', source },
  },
  { kind: 'retake', opens: published, closes: offset({ count: 1, unit: 'years', anchor: 'first-published' }) },
];
const notice: TimedNotice = {
  offerings: [
    {
      code: 'manager-3',
      occupation: '保卫管理员',
      workType: null,
      level: 3,
      levelName: '三级/高级',
      months: [3, 5, 9, 10, 12],
      standard: null,
      subjects: [],
      routes: [],
      source,
    },
  ],
  issuedOn: { value: day('2026-01-08'), source },
  reviewBeforePayment: { value: true, source: assumed },
  windows,
  schedule: [],
  retake: null,
};
const entered: SessionDays = {
  examStart: day('2026-12-12'),
  applicationOpens: day('2026-11-16'),
  applicationCloses: day('2026-11-30'),
  paymentOpens: day('2026-11-16'),
  paymentCloses: day('2026-12-04'),
};
const of = (
  days: SessionDays,
  more: {
    publishedOn?: string;
    firstPublishedOn?: string;
    notice?: TimedNotice;
    calendar?: typeof ANNOUNCED_YEARS;
  } = {},
) => {
  const answer = windowsOf({
    notice: more.notice ?? notice,
    offeringCode: 'manager-3',
    session: days,
    publishedOn: more.publishedOn ? day(more.publishedOn) : null,
    firstPublishedOn: more.firstPublishedOn ? day(more.firstPublishedOn) : null,
    calendar: more.calendar ?? ANNOUNCED_YEARS,
  });
  const span = (kind: Window['kind']) => {
    const window = windowOf(answer.windows, kind);
    return [window?.opens, window?.closes];
  };
  return { ...answer, span, codes: answer.warnings.map((warning) => warning.code) };
};
const exam = (examStart: string, examEnd?: string): SessionDays => ({
  ...entered,
  examStart: day(examStart),
  examEnd: examEnd ? day(examEnd) : null,
});

describe('windowsOf', () => {
  it.each([
    ['2026-03-01', '2026-02-24', '2026-03-06', '2026-03-17'],
    ['2026-05-10', '2026-04-30', '2026-05-15', '2026-05-26'],
    ['2026-09-26', '2026-09-20', '2026-10-09', '2026-10-19'],
    ['2026-10-11', '2026-09-29', '2026-10-16', '2026-10-27'],
    ['2026-12-12', '2026-12-07', '2026-12-18', '2026-12-29'],
  ])('exam %s: ticket %s, publicity %s to %s', (examDay, ticket, opens, closes) => {
    const { span } = of(exam(examDay));
    expect(span('ticket')).toEqual([ticket, null]);
    expect(span('publicity')).toEqual([opens, closes]);
    expect(span('review')).toEqual([opens, closes]);
    expect(span('results')).toEqual([null, opens]);
    expect(span('retake')).toEqual([opens, opens.replace('2026', '2027')]);
  });

  it('warns of nothing when the session is in order', () => {
    expect(of(entered).warnings).toEqual([]);
    expect(of(entered).span('application')).toEqual(['2026-11-16', '2026-11-30']);
  });

  it('counts "before" from the first exam day and "after" from the last', () => {
    const { span } = of(exam('2026-05-10', '2026-05-11'));
    expect(span('ticket')).toEqual(['2026-04-30', null]);
    expect(span('exam')).toEqual(['2026-05-10', '2026-05-11']);
    expect(span('publicity')).toEqual(['2026-05-18', '2026-05-27']);
  });

  it('follows the actual publication day', () => {
    const early = of(entered, { publishedOn: '2026-12-16' });
    expect(early.span('results')).toEqual(['2026-12-16', '2026-12-16']);
    expect(early.span('publicity')).toEqual(['2026-12-16', '2026-12-25']);
    expect(early.codes).toEqual([]);
    expect(of(entered, { publishedOn: '2026-12-18' }).codes).toEqual([]);
    expect(of(entered, { publishedOn: '2026-12-21' }).codes).toEqual(['published-late']);
    expect(of(entered, { publishedOn: '2026-12-12' }).codes).toEqual(['published-before-exam-ends']);
    expect(of(entered, { publishedOn: '2026-12-18', firstPublishedOn: '2026-05-15' }).span('retake')).toEqual([
      '2026-12-18',
      '2027-05-15',
    ]);
  });

  it('never guesses a year nobody announced', () => {
    const { span, warnings } = of(exam('2026-12-26'));
    expect(span('ticket')).toEqual(['2026-12-21', null]);
    expect(span('publicity')).toEqual([null, null]);
    const gaps = warnings.filter((warning) => warning.code === 'calendar-year-unknown');
    expect(gaps.map((warning) => warning.data)).toMatchObject([
      { kind: 'results', end: 'closes', year: 2027 },
      { kind: 'publicity', end: 'opens', year: 2027 },
      { kind: 'review', end: 'opens', year: 2027 },
      { kind: 'retake', end: 'opens', year: 2027 },
    ]);
    expect(gaps.every((warning) => warning.source !== null)).toBe(true);
    expect(of(exam('2026-12-23')).span('publicity')).toEqual(['2026-12-30', null]);
  });

  it('tells which days staff have not entered', () => {
    const { warnings, span } = of({ examStart: day('2026-12-12') });
    expect(span('application')).toEqual([null, null]);
    expect(warnings.map(({ code, data }) => ({ code, data }))).toMatchObject([
      { code: 'session-field-missing', data: { kind: 'application', field: 'application-opens' } },
      { code: 'session-field-missing', data: { kind: 'payment', field: 'payment-opens' } },
    ]);
  });

  it.each<[string, SessionDays, string[]]>([
    ['a month the offering lists', exam('2026-12-12'), []],
    ['an unlisted month', { ...entered, examStart: day('2026-11-14'), ...early('2026-10') }, ['month-not-listed']],
    [
      'exam ends before it starts',
      exam('2026-12-12', '2026-12-11'),
      ['exam-ends-before-start', 'window-closes-before-opens'],
    ],
    [
      'application closes before it opens',
      { ...entered, applicationCloses: day('2026-11-15') },
      ['window-closes-before-opens'],
    ],
    ['no first payment day', { ...entered, paymentOpens: null }, []],
    ['no day left for review', { ...entered, paymentCloses: day('2026-11-30') }, ['no-time-for-review']],
    ['one day left for review', { ...entered, paymentCloses: day('2026-12-01') }, []],
    [
      'ticket on the last payment day',
      { ...entered, paymentCloses: day('2026-12-07') },
      ['ticket-before-payment-closes'],
    ],
    ['ticket the day after', { ...entered, paymentCloses: day('2026-12-06') }, []],
  ])('%s', (_, days, expected) => expect(of(days).codes).toEqual(expected));

  it('warns when payment reaches the exam day', () => {
    const { codes } = of({ ...entered, paymentCloses: day('2026-12-12') });
    expect(codes).toContain('window-reaches-exam');
    expect(of({ ...entered, paymentCloses: day('2026-12-11') }).codes).not.toContain('window-reaches-exam');
  });

  it('warns of a ticket day before the notice was issued', () => {
    const january = (examDay: string) => of({ ...exam(examDay), ...early('2026-01') }).codes;
    expect(january('2026-01-14')).toContain('window-before-notice');
    expect(of({ examStart: day('2026-01-15') }).codes).not.toContain('window-before-notice');
  });

  it('ends a year of keeping on the same day, or on the last of a shorter month', () => {
    const leap = of({ examStart: day('2024-02-22') }, { publishedOn: '2024-02-29' });
    expect(leap.span('retake')).toEqual(['2024-02-29', '2025-02-28']);
  });
});

describe('a notice with a schedule', () => {
  const scheduled: TimedNotice = {
    ...notice,
    reviewBeforePayment: { value: true, source },
    windows: [
      {
        kind: 'application',
        opens: { kind: 'schedule', field: 'application-opens', source },
        closes: { kind: 'schedule', field: 'application-closes', source },
      },
      {
        kind: 'ticket',
        opens: offset({ direction: 'before', unit: 'weeks', count: 1, anchor: 'exam-start' }),
        closes: null,
      },
      { kind: 'exam', opens: { kind: 'printed', text: '7月下旬', source }, closes: null },
    ],
    schedule: [
      {
        month: '2026-10',
        offerings: ['manager-3'],
        application: { opens: day('2026-08-16'), closes: day('2026-09-15') },
        payment: null,
        source,
        flag: '8月20日',
      },
    ],
  };

  it('reads the row of the exam month, even without an exam day', () => {
    const { span, warnings } = of({ examStart: null, examMonth: '2026-10' }, { notice: scheduled });
    expect(span('application')).toEqual(['2026-08-16', '2026-09-15']);
    expect(span('ticket')).toEqual([null, null]);
    expect(warnings.map(({ code }) => code)).toEqual(['schedule-flagged', 'anchor-unknown', 'day-printed-only']);
  });

  it('counts weeks, and lets a session move a printed day', () => {
    const { span } = of({ examStart: day('2026-10-17'), applicationCloses: day('2026-09-20') }, { notice: scheduled });
    expect(span('ticket')).toEqual(['2026-10-10', null]);
    expect(span('application')).toEqual(['2026-08-16', '2026-09-20']);
  });

  it('knows no row for another month', () => {
    expect(of({ examStart: day('2026-09-12') }, { notice: scheduled }).codes).toContain('schedule-row-missing');
  });

  it('does not turn in circles', () => {
    const circle: TimedNotice = {
      ...notice,
      windows: [
        {
          kind: 'publicity',
          opens: offset({ anchor: 'publicity-closes' }),
          closes: offset({ anchor: 'publicity-opens' }),
        },
      ],
    };
    expect(of(entered, { notice: circle }).codes).toEqual(['anchor-unknown']);
  });
});

describe('nextWindowEvents', () => {
  it('lists what changes after today, soonest first', () => {
    const { windows: all } = of(entered);
    expect(nextWindowEvents(all, day('2026-11-30')).slice(0, 3)).toEqual([
      { day: '2026-12-01', kind: 'application', what: 'over' },
      { day: '2026-12-05', kind: 'payment', what: 'over' },
      { day: '2026-12-07', kind: 'ticket', what: 'opens' },
    ]);
    expect(nextWindowEvents(all, day('2028-01-01'))).toEqual([]);
  });
});

/** Application and payment well before an exam in another month. */
function early(month: string): Partial<SessionDays> {
  return {
    applicationOpens: day(`${month}-01`),
    applicationCloses: day(`${month}-05`),
    paymentOpens: day(`${month}-01`),
    paymentCloses: day(`${month}-06`),
  };
}
