import { describe, expect, it } from 'vitest';
import type { Ruling } from '@jikaotong/shared/rules/eligibility';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';
import { doubtsOf } from './doubts';

const source = { clause: '1', quote: '1' };
const routes = [
  { route: '1', verdict: 'eligible', documents: null, source },
  {
    route: '2',
    verdict: 'needs-review',
    documents: null,
    source,
    doubts: [{ code: 'job-occupation-not-listed', data: { occupations: ['治安巡逻员', '门卫'] }, source }],
  },
] as const;
const doubtsFor = (change: {
  route?: string;
  name?: string;
  changedFields?: readonly 'photo'[];
  photo?: boolean;
  rulings?: readonly Ruling[];
}) =>
  doubtsOf({
    row: { route: change.route ?? '1', name: change.name ?? '张伟', changedFields: change.changedFields ?? [] },
    assessment: { verdict: 'eligible', routes },
    rulings: change.rulings ?? [],
    hasPhotoFaults: change.photo ?? false,
    isPhotoGrey: change.photo ?? false,
  });

describe('what must be looked at before an approval', () => {
  it('is nothing where the chosen condition holds', () => expect(doubtsFor({})).toEqual([]));
  it('is the chosen condition, though another one holds', () =>
    expect(doubtsFor({ route: '2' })).toEqual(['condition']));
  const counting = (word: string, counts = true): Ruling => ({ code: 'job-occupation-not-listed', word, counts });
  it.each<[string, readonly Ruling[], string[]]>([
    ['not the condition where every word of it counts', [counting('治安巡逻员'), counting(' 门卫')], []],
    ['the condition while one word is left', [counting('治安巡逻员')], ['condition']],
    ['the condition where one word does not count', [counting('治安巡逻员'), counting('门卫', false)], ['condition']],
    [
      'the condition where the word counts for something else',
      [counting('治安巡逻员'), { ...counting('门卫'), code: 'title-occupation-not-listed' }],
      ['condition'],
    ],
  ])('is %s', (_, rulings, doubts) => expect(doubtsFor({ route: '2', rulings })).toEqual(doubts));
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
