import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import {
  type MovedDays,
  changesNothing,
  judgeChangeable,
  judgeChoiceUntil,
  judgeDaysAhead,
  examPapersDiffer,
  shiftedExamPapers,
  windowsAfterMove,
} from './move.policy';
import type { StoredWindow } from './session';

const day = localDate;
const today = day('2026-12-02');
const window = (kind: StoredWindow['kind'], opens: string, closes: string): StoredWindow => {
  return { kind, opens: day(opens), closes: day(closes), source: { assumed: 'a test' } };
};
const paper = {
  offeringCode: 'installer-5',
  subject: 'theory' as const,
  day: day('2026-12-12'),
  startsAt: timeOfDay('09:00'),
  endsAt: timeOfDay('10:30'),
  siteName: '亦庄考点',
};
const to = (change: Partial<MovedDays> = {}): MovedDays => {
  return { examStart: day('2026-12-19'), examEnd: day('2026-12-19'), ...change };
};

describe('a session', () => {
  it.each([
    ['published', null, null],
    ['planned', null, 'wrong-state'],
    ['cancelled', null, 'wrong-state'],
    ['published', day('2026-12-18'), 'wrong-state'],
  ] as const)('that is %s with results of %s: %s', (state, resultsPublishedOn, refused) =>
    expect(judgeChangeable({ state, resultsPublishedOn })?.refused ?? null).toBe(refused),
  );

  it.each([
    ['an exam today', to({ examStart: today }), 'examStart'],
    ['an exam tomorrow', to({ examStart: day('2026-12-03') }), null],
    ['applications until yesterday', to({ applicationCloses: day('2026-12-01') }), 'applicationCloses'],
    ['applications until today', to({ applicationCloses: today }), null],
    ['payment until yesterday', to({ paymentCloses: day('2026-12-01') }), 'paymentCloses'],
    ['payment until today', to({ paymentCloses: today }), null],
  ])('is moved to %s: %s', (_, days, second) =>
    expect(judgeDaysAhead(days, today)?.data?.['second'] ?? null).toBe(second),
  );

  it.each([
    ['2026-12-01', 'choice-day-wrong'],
    ['2026-12-02', null],
    ['2026-12-18', null],
    ['2026-12-19', 'choice-day-wrong'],
  ])('lets people choose until %s: %s', (until, refused) =>
    expect(judgeChoiceUntil(day(until), today, day('2026-12-19'))?.refused ?? null).toBe(refused),
  );

  it.each([
    ['2026-12-01', 'choice-day-wrong'],
    ['2026-12-02', null],
    ['2027-01-31', null],
    ['2027-02-01', 'choice-day-wrong'],
  ])('that is cancelled lets them choose until %s: %s', (until, refused) =>
    expect(judgeChoiceUntil(day(until), today, null)?.refused ?? null).toBe(refused),
  );
});

describe('papers', () => {
  it('follow the first exam day', () => {
    expect(shiftedExamPapers([paper], day('2026-12-12'), day('2026-12-20'))[0]?.day).toBe('2026-12-20');
    expect(shiftedExamPapers([paper], day('2026-12-12'), day('2026-12-11'))[0]?.day).toBe('2026-12-11');
  });

  it('differ by day, hour and place, not by order', () => {
    const other = { ...paper, subject: 'skill' as const };
    expect(examPapersDiffer([paper, other], [other, paper])).toBe(false);
    expect(examPapersDiffer([paper], [{ ...paper, startsAt: timeOfDay('09:30') }])).toBe(true);
    expect(examPapersDiffer([paper], [paper, other])).toBe(true);
  });
});

describe('windows after a move', () => {
  const before = [window('application', '2026-11-16', '2026-11-30'), window('payment', '2026-11-16', '2026-12-04')];
  const computed = [window('application', '2026-12-05', '2026-12-10'), window('payment', '2026-12-05', '2026-12-12')];
  const after = (days: MovedDays, on = today) =>
    windowsAfterMove({ before, computed, days, day: on }).map(({ closes }) => closes);

  it('leave what has closed closed, unless staff open it again', () => {
    expect(after(to())).toEqual(['2026-11-30', '2026-12-12']);
    expect(after(to({ applicationCloses: day('2026-12-10') }))).toEqual(['2026-12-10', '2026-12-12']);
  });

  it('follow the notice where they are still open on that very day', () =>
    expect(after(to(), day('2026-11-30'))).toEqual(['2026-12-10', '2026-12-12']));

  it('are a change only where a day differs', () => {
    const at = { examStart: day('2026-12-12'), examEnd: day('2026-12-12') };
    expect(changesNothing({ ...at, windows: before }, { ...at, windows: [...before].toReversed() })).toBe(true);
    expect(changesNothing({ ...at, windows: before }, { ...at, windows: computed })).toBe(false);
    expect(changesNothing({ ...at, windows: before }, { ...at, examEnd: day('2026-12-13'), windows: before })).toBe(
      false,
    );
  });
});
