import { describe, expect, it } from 'vitest';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';
import { doubtsOf } from './doubts';

const routes = [
  { route: '1', verdict: 'eligible' },
  { route: '2', verdict: 'needs-review' },
] as const;
const doubtsFor = (change: { route?: string; name?: string; changedFields?: readonly 'photo'[]; photo?: boolean }) =>
  doubtsOf({
    row: { route: change.route ?? '1', name: change.name ?? '张伟', changedFields: change.changedFields ?? [] },
    assessment: { verdict: 'eligible', routes },
    hasPhotoFaults: change.photo ?? false,
    isPhotoGrey: change.photo ?? false,
  });

describe('what must be looked at before an approval', () => {
  it('is nothing where the chosen condition holds', () => expect(doubtsFor({})).toEqual([]));
  it('is the chosen condition, though another one holds', () =>
    expect(doubtsFor({ route: '2' })).toEqual(['condition']));
  it('is everything at once, in the order in which one looks', () =>
    expect(doubtsFor({ route: '2', name: '测试测试', changedFields: ['photo'], photo: true })).toEqual([
      'condition',
      'photo',
      'photo-grey',
      'mended',
      'trial-name',
    ]));
});

describe('a name that looks like a trial', () => {
  it.each(['测试', '测试测试', '王测试', 'Test User', '示例', '某某', '哈哈哈'])('%s', (name) =>
    expect(looksLikeTrial(name)).toBe(true),
  );
  it.each(['张伟', '王试', '李测', '欧阳娜娜', '丁丁', 'Anna Tesler'])('not %s', (name) =>
    expect(looksLikeTrial(name)).toBe(false),
  );
});
