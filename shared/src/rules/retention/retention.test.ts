import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type EnrolmentFacts, endedOn, keptUntil, scopeKeptUntil, whyLive } from './index';

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
    expect(scopeKeptUntil(over, 'application')).toBe('2029-12-12');
    expect(scopeKeptUntil({ ...over, hasExam: true }, 'application')).toBe('2031-12-12');
    expect(scopeKeptUntil({ ...over, isDraft: true }, 'application')).toBe('2027-12-12');
  });

  it('keeps scans shorter than marks, vouchers longer, and the register for good', () => {
    const ends = { endedOn: day('2026-12-12'), madeOn: day('2026-09-20') };
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
