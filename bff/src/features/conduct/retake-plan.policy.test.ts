import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { monthsAhead, yearsUnannounced } from './retake-plan.policy';

const day = localDate('2026-10-22');
const months = [1, 3, 10, 11, 12];

describe('where a retake can be taken', () => {
  it('is a printed month from this one through the last day kept, where no session stands for it', () => {
    const given = { year: 2026, months, planned: ['2026-12'], day, until: localDate('2027-10-22') };
    expect(monthsAhead(given)).toEqual(['2026-10', '2026-11']);
    expect(monthsAhead({ ...given, until: localDate('2026-10-31') })).toEqual(['2026-10']);
    expect(monthsAhead({ ...given, year: 2027, until: localDate('2027-02-28') })).toEqual(['2027-01']);
  });

  it('says of which years nothing is announced', () => {
    const until = localDate('2028-10-22');
    expect(yearsUnannounced({ announced: [2026], day, until })).toEqual([2027, 2028]);
    expect(yearsUnannounced({ announced: [2026, 2027, 2028], day, until })).toEqual([]);
  });
});
