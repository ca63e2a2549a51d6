import { describe, expect, it } from 'vitest';
import { type Score, localDate, parseScore } from '@jikaotong/shared/kernel';
import { judgeAsking, judgeImport, judgePublication, judgePublicity, verdictsOf } from './result.policy';

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

describe('verdicts of a participant', () => {
  const mark = (participantId: string, subject: 'theory' | 'skill', text: string | null) => ({
    participantId,
    subject,
    score: text === null ? null : points(text),
  });
  const marks = [mark('a', 'theory', '59.99'), mark('a', 'skill', '60'), mark('b', 'theory', '100')];
  const of = { participantId: 'a', kept: [], cancelled: [] } as const;
  const said = (verdicts: ReturnType<typeof verdictsOf>) => verdicts.map((one) => [one.subject, one.verdict]);

  it('are of that participant alone', () => {
    expect(said(verdictsOf({ ...of, subjects: ['theory', 'skill'] }, marks))).toEqual([
      ['theory', 'failed'],
      ['skill', 'passed'],
    ]);
  });

  it('of a retake count what is kept', () => {
    expect(said(verdictsOf({ ...of, kept: ['theory'], subjects: ['skill'] }, marks.slice(1)))).toEqual([
      ['theory', 'kept'],
      ['skill', 'passed'],
    ]);
  });
});
