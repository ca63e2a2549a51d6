import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { bodyPartFor, judgeIssuing, judgePassed } from './certificate.policy';

const publishedOn = localDate('2026-12-18');
const source = { assumed: 'test' };
const windows = [{ kind: 'publicity', opens: publishedOn, closes: localDate('2026-12-29'), source }] as const;

describe('issuing certificates', () => {
  it.each([
    ['before publication', null, '2026-12-30', 'not-published'],
    ['on the last day of publicity', publishedOn, '2026-12-29', 'publicity-open'],
    ['the day after', publishedOn, '2026-12-30', undefined],
  ])('%s', (_, resultsPublishedOn, day, refused) =>
    expect(judgeIssuing({ resultsPublishedOn, windows }, localDate(day))?.refused).toBe(refused),
  );

  it('needs no publicity where the notice has none', () =>
    expect(judgeIssuing({ resultsPublishedOn: publishedOn, windows: [] }, publishedOn)).toBeNull());

  it('lets a mark that is being checked hold its own certificate only, and a level without a number its own offering', () => {
    const passed = [
      { offeringCode: 'five', scoreReviewOpen: false, candidateId: 'a' },
      { offeringCode: 'five', scoreReviewOpen: true, candidateId: 'b' },
      { offeringCode: 'apprentice', scoreReviewOpen: false, candidateId: 'a' },
    ];
    const levelOf = (code: string) => (code === 'five' ? 5 : 0);
    const rare = { offeringCode: 'five', scoreReviewOpen: false, candidateId: 'rare' };
    expect(judgePassed([rare], levelOf, new Set(['rare'])).held).toEqual([{ of: rare, hold: 'not-printable' }]);
    expect(judgePassed(passed, levelOf)).toEqual({
      ready: [passed[0]],
      held: [
        { of: passed[1], hold: 'review-open' },
        { of: passed[2], hold: 'level-without-form' },
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
