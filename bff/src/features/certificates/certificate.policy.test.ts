import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import { bodyPartFor, judgeIssuing, judgePassed, mayIssue } from './certificate.policy';

const publishedOn = localDate('2026-12-18');
const source = { assumed: 'test' };
const windows = [{ kind: 'publicity', opens: publishedOn, closes: localDate('2026-12-29'), source }] as const;
const nothing = { askedBy: null, askedAt: null, publicityClosedAt: null };
const session = (on: LocalDate | null, given: readonly (typeof windows)[number][]) => ({
  offeringCodes: ['five'],
  publications: [{ ...nothing, offeringCode: 'five', on, windows: null }],
  windows: given,
});

describe('issuing certificates', () => {
  it.each([
    ['before publication', null, '2026-12-30', 'not-published'],
    ['on the last day of publicity', publishedOn, '2026-12-29', 'publicity-open'],
    ['the day after', publishedOn, '2026-12-30', undefined],
  ])('%s', (_, on, day, refused) => expect(judgeIssuing(session(on, windows), localDate(day))?.refused).toBe(refused));

  it('waits for nobody of another offering', () => {
    const [publicity] = windows;
    const own = [{ ...publicity, closes: localDate('2027-01-08') }];
    const both = {
      ...session(publishedOn, windows),
      offeringCodes: ['five', 'three'],
      publications: [
        { ...nothing, offeringCode: 'five', on: publishedOn, windows: null },
        { ...nothing, offeringCode: 'three', on: publishedOn, windows: own },
      ],
    };
    expect(judgeIssuing(both, localDate('2026-12-29'))).toEqual({
      refused: 'publicity-open',
      data: { until: '2026-12-29' },
    });
    expect(judgeIssuing(both, localDate('2026-12-30'))).toBeNull();
    expect(mayIssue(both, 'five', localDate('2026-12-30'))).toBe(true);
    expect(mayIssue(both, 'three', localDate('2027-01-08'))).toBe(false);
    expect(mayIssue(both, 'three', localDate('2027-01-09'))).toBe(true);
  });

  it('needs no publicity where the notice has none', () =>
    expect(judgeIssuing(session(publishedOn, []), publishedOn)).toBeNull());

  it('lets a mark that is being checked hold its own certificate only, and a level without a number its own offering', () => {
    const passed = [
      { offeringCode: 'five', scoreReviewOpen: false, candidateId: 'a', objectedOn: null },
      { offeringCode: 'five', scoreReviewOpen: true, candidateId: 'b', objectedOn: null },
      { offeringCode: 'apprentice', scoreReviewOpen: false, candidateId: 'a', objectedOn: null },
      { offeringCode: 'five', scoreReviewOpen: false, candidateId: 'c', objectedOn: localDate('2026-12-20') },
    ];
    const levelOf = (code: string) => (code === 'five' ? 5 : 0);
    const rare = { offeringCode: 'five', scoreReviewOpen: false, candidateId: 'rare', objectedOn: null };
    expect(judgePassed([rare], levelOf, new Set(['rare'])).held).toEqual([{ of: rare, hold: 'not-printable' }]);
    expect(judgePassed(passed, levelOf)).toEqual({
      ready: [passed[0]],
      held: [
        { of: passed[1], hold: 'review-open' },
        { of: passed[2], hold: 'level-without-form' },
        { of: passed[3], hold: 'objection-open' },
      ],
    });
  });

  it("needs positions 1 to 13 of the body's filing", () => {
    const prefix = { letter: 'S', bodyCode: '0000', province: '11', site: '000123' };
    expect(bodyPartFor(prefix)).toBe('S000011000123');
    expect(bodyPartFor(null)).toMatchObject({ refused: 'number-pattern-wrong' });
    expect(bodyPartFor({ ...prefix, letter: 'X' })).toMatchObject({ refused: 'number-pattern-wrong' });
  });
});
