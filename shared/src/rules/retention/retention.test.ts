import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import {
  type BodyPeriod,
  type EnrolmentFacts,
  HELD_KINDS,
  PERIOD_BOUNDS,
  PERIOD_KINDS,
  announcedAfter,
  endedOn,
  keptUntil,
  monthsKept,
  ownPeriodsOn,
  periodKindOf,
  scopeKeptUntil,
  whyLive,
} from './index';

const day = localDate;
const over: EnrolmentFacts = {
  isDraft: false,
  isLive: false,
  startedOn: day('2026-09-20'),
  lastDay: day('2026-12-12'),
  resultsOn: null,
  retakeUntil: null,
  awaitsCertificate: false,
  certificateOn: null,
  scoreReviewOpen: false,
  moneyOpen: false,
  correctionOpen: false,
  caseOpen: false,
  hasExam: false,
};

describe('until when an enrolment is kept', () => {
  it('counts from the last day, or from whatever came after it', () => {
    expect(endedOn(over)).toBe('2026-12-12');
    expect(endedOn({ ...over, resultsOn: day('2026-12-28') })).toBe('2026-12-28');
    expect(endedOn({ ...over, certificateOn: day('2027-01-20'), retakeUntil: day('2027-12-12') })).toBe('2027-12-12');
    expect(endedOn({ ...over, lastDay: null })).toBe('2026-09-20');
  });

  it('does not count while money or a certificate is owed, or no last day is known', () => {
    for (const open of ['moneyOpen', 'correctionOpen', 'caseOpen'])
      expect(endedOn({ ...over, [open]: true })).toBeNull();
    expect(endedOn({ ...over, awaitsCertificate: true })).toBeNull();
    expect(endedOn({ ...over, isLive: true, lastDay: null })).toBeNull();
  });

  it('keeps who somebody is as long as the marks', () => {
    expect(scopeKeptUntil(over, { kind: 'application', own: {} })).toBe('2029-12-12');
    expect(scopeKeptUntil({ ...over, hasExam: true }, { kind: 'application', own: {} })).toBe('2031-12-12');
    expect(scopeKeptUntil({ ...over, isDraft: true }, { kind: 'application', own: {} })).toBe('2027-12-12');
  });

  it('keeps scans shorter than marks, vouchers longer, and the register for good', () => {
    const ends = { endedOn: day('2026-12-12'), madeOn: day('2026-09-20'), own: {} };
    expect(keptUntil('papers', ends)).toBe('2027-12-12');
    expect(keptUntil('exam', ends)).toBe('2031-12-12');
    expect(keptUntil('payment', ends)).toBe('2056-09-20');
    expect(keptUntil('export', ends)).toBe('2026-09-21');
    expect(keptUntil('certificate', ends)).toBeNull();
  });
});

describe('why an enrolment cannot be deleted yet', () => {
  const live = { ...over, isLive: true };

  it('is in the way until its last day is over', () => {
    expect(whyLive(live, day('2026-12-11'))).toBe('live');
    expect(whyLive(live, day('2026-12-12'))).toBe('live');
    expect(whyLive(live, day('2026-12-13'))).toBeNull();
    expect(whyLive({ ...live, hasExam: true }, day('2026-12-13'))).toBe('results');
    expect(whyLive({ ...live, hasExam: true, resultsOn: day('2026-12-20') }, day('2026-12-20'))).toBeNull();
  });

  it('is over at once when it was withdrawn, unless money is on its way', () => {
    expect(whyLive(over, day('2026-10-01'))).toBeNull();
    expect(whyLive({ ...over, moneyOpen: true }, day('2026-10-01'))).toBe('money');
    expect(whyLive({ ...over, correctionOpen: true }, day('2026-10-01'))).toBe('correction');
    expect(whyLive({ ...over, caseOpen: true }, day('2026-10-01'))).toBe('case');
  });

  it('keeps a pass for the retake until its day', () => {
    const kept = { ...over, retakeUntil: day('2027-12-12') };
    expect(whyLive(kept, day('2027-12-12'))).toBe('retake');
    expect(whyLive(kept, day('2027-12-13'))).toBeNull();
  });

  it('never holds a draft back', () => {
    expect(whyLive({ ...over, isDraft: true, isLive: true }, day('2026-10-01'))).toBeNull();
  });
});

describe('a period of a body’s own', () => {
  const words = '本会档案管理办法第八条';
  const papers = (months: number | null, from: string): BodyPeriod => ({
    kind: 'papers',
    own: months === null ? null : { months, words },
    from: day(from),
  });
  const on = (periods: readonly BodyPeriod[], today: string) =>
    ownPeriodsOn(periods, day(today)).papers?.months ?? null;

  it('holds from its day on, the newest of those that have begun, and may be the usual one again', () => {
    const periods = [papers(24, '2027-03-01'), papers(6, '2027-01-01'), papers(null, '2027-05-01')];
    const days = ['2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01', '2027-04-30', '2027-05-01'];
    expect(days.map((today) => on(periods, today))).toEqual([null, 6, 6, 24, 24, null]);
    expect(announcedAfter(periods, day('2027-03-01'))).toEqual([periods[2]]);
  });

  it('decides about scans and the photo alike, and about nothing else', () => {
    const own = { papers: { months: 6, words } };
    const ends = { endedOn: day('2026-12-12'), madeOn: day('2026-09-20'), own };
    expect([keptUntil('papers', ends), keptUntil('photo', ends)]).toEqual(['2027-06-12', '2027-06-12']);
    expect(keptUntil('exam', ends)).toBe('2031-12-12');
    expect(scopeKeptUntil(over, { kind: 'application', own })).toBe('2029-12-12');
  });

  it('keeps who somebody is as long as an application that a body keeps longer', () => {
    const own = { application: { months: 60, words } };
    expect(scopeKeptUntil(over, { kind: 'application', own })).toBe('2031-12-12');
    expect(scopeKeptUntil({ ...over, hasExam: true }, { kind: 'application', own })).toBe('2031-12-12');
  });

  it('has bounds that let nothing outlast what it stands in, with the usual period inside', () => {
    for (const kind of PERIOD_KINDS) {
      const { leastMonths, mostMonths } = PERIOD_BOUNDS[kind];
      const usual = monthsKept(kind, {}) ?? 0;
      expect([leastMonths <= usual, usual <= mostMonths]).toEqual([true, true]);
    }
    expect(PERIOD_BOUNDS.papers.mostMonths).toBeLessThanOrEqual(PERIOD_BOUNDS.application.leastMonths);
    expect(PERIOD_BOUNDS.application.mostMonths).toBeLessThanOrEqual(PERIOD_BOUNDS.exam.leastMonths);
    expect(PERIOD_BOUNDS.entry.mostMonths).toBeLessThanOrEqual(PERIOD_BOUNDS.exam.leastMonths);
  });

  it('is set for what counts from the end, but for who somebody is', () => {
    const settable = HELD_KINDS.filter((kind) => periodKindOf(kind) !== null);
    const counting = HELD_KINDS.filter((kind) => monthsKept(kind, {}) !== null && kind !== 'identity');
    expect(settable).toEqual(counting);
  });
});
