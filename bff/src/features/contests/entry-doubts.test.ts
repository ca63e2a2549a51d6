import { describe, expect, it } from 'vitest';
import { entryDoubtsOf } from './entry-doubts';

const LISTED = { verdict: 'needs-review', doubts: [{ data: { statement: 'listed-group' } }] };
const WORKS = { verdict: 'needs-review', doubts: [{ data: { statement: 'works' } }] };
const doubtsFor = (change: {
  name?: string;
  entrantGroup?: string;
  routes?: (typeof LISTED)[];
  isPhotoGrey?: boolean;
}) => entryDoubtsOf({ name: '张伟', entrantGroup: 'monitor', routes: [LISTED], isPhotoGrey: false, ...change });

describe('what must be looked at before an entry is accepted', () => {
  it('is nothing where only the declared group waits, or nothing does', () => {
    expect(doubtsFor({})).toEqual([]);
    expect(doubtsFor({ routes: [] })).toEqual([]);
  });
  it('is a group in words of one’s own', () => expect(doubtsFor({ entrantGroup: 'other' })).toEqual(['group']));
  it('is any other statement that a condition asks for', () =>
    expect(doubtsFor({ routes: [LISTED, WORKS] })).toEqual(['condition']));
  it('is everything at once, in the order in which one looks', () =>
    expect(doubtsFor({ name: '测试', entrantGroup: 'other', routes: [WORKS], isPhotoGrey: true })).toEqual([
      'group',
      'condition',
      'photo-grey',
      'trial-name',
    ]));
});
