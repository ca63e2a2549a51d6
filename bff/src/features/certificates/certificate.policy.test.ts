import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { bodyPartFor, judgeIssuing } from './certificate.policy';

const publishedOn = localDate('2026-12-18');
const source = { assumed: 'test' };
const windows = [{ kind: 'publicity', opens: publishedOn, closes: localDate('2026-12-29'), source }] as const;

describe('issuing certificates', () => {
  it.each([
    ['before publication', null, '2026-12-30', 0, 'not-published'],
    ['on the last day of publicity', publishedOn, '2026-12-29', 0, 'publicity-open'],
    ['the day after', publishedOn, '2026-12-30', 0, undefined],
    ['with a review open', publishedOn, '2026-12-30', 1, 'review-open'],
  ])('%s', (_, resultsPublishedOn, day, openReviews, refused) =>
    expect(judgeIssuing({ resultsPublishedOn, windows }, { day: localDate(day), openReviews })?.refused).toBe(refused),
  );

  it('needs no publicity where the notice has none', () =>
    expect(
      judgeIssuing({ resultsPublishedOn: publishedOn, windows: [] }, { day: publishedOn, openReviews: 0 }),
    ).toBeNull());

  it("needs positions 1 to 13 of the body's filing", () => {
    const prefix = { letter: 'S', bodyCode: '0000', province: '11', site: '000123' };
    expect(bodyPartFor(prefix)).toBe('S000011000123');
    expect(bodyPartFor(null)).toMatchObject({ refused: 'number-pattern-wrong' });
    expect(bodyPartFor({ ...prefix, letter: 'X' })).toMatchObject({ refused: 'number-pattern-wrong' });
  });
});
