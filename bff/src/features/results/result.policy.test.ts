import { describe, expect, it } from 'vitest';
import { type Score, localDate, parseScore } from '@jikaotong/shared/kernel';
import {
  consequencesOf,
  judgeAsking,
  judgeImport,
  judgePublication,
  judgePublicity,
  verdictsOf,
} from './result.policy';

const day = localDate;
const examEnd = day('2026-12-12');
const publishedOn = day('2026-12-18');
const assumed = { assumed: 'test' };
const windows = [
  { kind: 'publicity', opens: publishedOn, closes: day('2026-12-29'), source: assumed },
  { kind: 'review', opens: publishedOn, closes: day('2026-12-29'), source: assumed },
] as const;
const before = { examEnd, resultsPublishedOn: null, windows, paperDays: [] };
const after = { ...before, resultsPublishedOn: publishedOn };
const complete = { unmarked: 0, candidates: 2, awaited: [] };
const points = (text: string): Score => {
  const score = parseScore(text);
  if (!score.ok) throw new Error(text);
  return score.value;
};

describe('the days of marks and their publication', () => {
  it('take marks from the last exam day until they are published', () => {
    expect(judgeImport(before, day('2026-12-11'))).toEqual({ refused: 'too-early', data: { opensOn: '2026-12-12' } });
    expect(judgeImport(before, examEnd)).toBeNull();
    expect(judgeImport(after, publishedOn)).toEqual({ refused: 'already-published' });
  });

  it.each([
    ['2026-12-12', complete, 'too-early'],
    ['2026-12-13', complete, undefined],
    ['2026-12-13', { ...complete, unmarked: 1 }, 'results-incomplete'],
    ['2026-12-13', { ...complete, candidates: 0 }, 'results-incomplete'],
  ])('publish on %s with %o: %s', (on, given, refused) =>
    expect(judgePublication(before, { day: day(on), ...given })?.refused).toBe(refused),
  );

  it('wait for a subject whose time is announced later, and for its day (S25 二（三）)', () => {
    const review = { offeringCode: 'security-manager-2', subject: 'review' as const, day: day('2026-12-30') };
    const told = judgePublication(before, { ...complete, day: day('2026-12-13'), awaited: ['review'] });
    expect(told).toEqual({ refused: 'results-incomplete', data: { missing: 0, awaited: ['review'] } });
    const on = (text: string) => judgePublication({ ...before, paperDays: [review] }, { ...complete, day: day(text) });
    expect(on('2026-12-30')).toEqual({ refused: 'too-early', data: { opensOn: '2026-12-31' } });
    expect(on('2026-12-31')).toBeNull();
  });

  it('publish once', () =>
    expect(judgePublication(after, { day: publishedOn, ...complete })).toEqual({ refused: 'already-published' }));

  it('show the list through the last day of publicity', () => {
    expect(judgePublicity(before, publishedOn)).toEqual({ refused: 'not-published' });
    expect(judgePublicity(after, publishedOn)).toBeNull();
    expect(judgePublicity(after, day('2026-12-29'))).toBeNull();
    expect(judgePublicity(after, day('2026-12-30'))).toEqual({
      refused: 'too-late',
      data: { closedOn: '2026-12-29' },
    });
  });
});

describe('asking for a score review', () => {
  const asked = { published: true, taken: true, day: publishedOn };

  it.each([
    ['before publication', after, { ...asked, published: false }, 'not-published'],
    ['the day before', after, { ...asked, day: day('2026-12-17') }, 'too-early'],
    ['the first day', after, asked, undefined],
    ['the last day', after, { ...asked, day: day('2026-12-29') }, undefined],
    ['the day after', after, { ...asked, day: day('2026-12-30') }, 'too-late'],
    ['a subject not taken', after, { ...asked, taken: false }, 'wrong-state'],
    ['where there are no reviews', { windows: [] }, asked, 'wrong-state'],
  ])('%s', (_, session, given, refused) => expect(judgeAsking(session, given)?.refused).toBe(refused));
});

describe('what published marks mean', () => {
  const kept = { levels: [], years: 1, chances: 1, source: assumed };
  const yes = { value: true, source: assumed };
  const retake = {
    kept: [kept],
    keptFrom: { value: 'first-published' as const, source: assumed },
    absenceUsesChance: yes,
    newApplicationForfeits: yes,
    through: { value: 'application-flow' as const, source: assumed },
  };
  const means = (theory: string | null, skill: string | null) => {
    const mark = (subject: 'theory' | 'skill', text: string | null) => ({
      participantId: 'a',
      subject,
      score: text === null ? null : points(text),
    });
    const others = { participantId: 'b', subject: 'theory' as const, score: points('100') };
    const verdicts = verdictsOf({ participantId: 'a', subjects: ['theory', 'skill'], cancelled: [] }, [
      mark('theory', theory),
      mark('skill', skill),
      others,
    ]);
    const days = { examEnd, publishedOn };
    return consequencesOf({
      verdicts,
      notice: { retake, offerings: [] },
      offeringCode: 'x',
      days,
      day: publishedOn,
    });
  };

  it.each([
    ['60', '60', 'passed', [], null],
    ['59.99', '60', 'failed', ['skill'], '2027-12-18'],
    ['59.99', '59.99', 'failed', [], null],
    ['60', null, 'failed', ['theory'], '2027-12-18'],
    [null, null, 'absent', [], null],
  ])('%s and %s', (theory, skill, outcome, subjects, until) => {
    const { kept: passes, ...rest } = means(theory, skill);
    expect(rest).toEqual({ outcome, retakeUntil: until });
    expect(passes.map(({ subject }) => subject)).toEqual(subjects);
  });
});
