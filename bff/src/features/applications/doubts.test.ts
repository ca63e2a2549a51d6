import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
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
  twin?: boolean;
  until?: string;
  papers?: Parameters<typeof doubtsOf>[0]['papers'];
  facts?: Pick<Facts, 'certificates'>;
  rulings?: readonly Ruling[];
}) =>
  doubtsOf({
    row: { route: change.route ?? '1', name: change.name ?? '张伟', changedFields: change.changedFields ?? [] },
    assessment: { verdict: 'eligible', routes },
    rulings: change.rulings ?? [],
    hasPhotoFaults: change.photo ?? false,
    isPhotoGrey: change.photo ?? false,
    facts: change.facts ?? {},
    hasTwin: change.twin ?? false,
    papers:
      change.papers ?? (change.until ? [{ fileIds: [], number: 'A1B2C3', validUntil: localDate(change.until) }] : []),
    day: localDate('2026-11-23'),
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
  it('is papers that only a person can read', () => expect(doubtsFor({ until: '2026-12-31' })).toEqual(['papers']));
  it.each([
    ['nothing of a letter that we write', [{ fileIds: [], number: null }], []],
    ['a letter that came in signed', [{ fileIds: ['f'], number: null }], ['papers']],
    ['a number', [{ fileIds: [], number: '2110' }], ['papers']],
    [
      'a scan beside such a letter',
      [
        { fileIds: [], number: null },
        { fileIds: ['f'], number: null },
      ],
      ['papers'],
    ],
  ])('is %s', (_, papers, doubts) => expect(doubtsFor({ papers })).toEqual(doubts));
  it('is everything at once, in the order in which one looks', () =>
    expect(
      doubtsFor({
        route: '2',
        name: '测试测试',
        changedFields: ['photo'],
        photo: true,
        twin: true,
        until: '2026-11-22',
        facts: held('12345'),
      }),
    ).toEqual(['condition', 'photo', 'photo-grey', 'mended', 'trial-name', 'certificate', 'code-expired', 'twin']));
  const held = (number: string, level: 4 | 3 = 4) => ({
    certificates: [{ occupation: '保安员', level, issuedOn: localDate('2021-05-01'), number }],
  });
  it.each([
    ['is a number of no known form', '2021-0456', ['certificate']],
    ['is a number of another level', 'S000111000001213000123', ['certificate']],
    ['is a number of another year', 'S000111000001194000123', ['certificate']],
    ['is nothing where level and year are those told', 'S000111000001214000123', []],
    ['is nothing of a number of before', '2110000000412345', []],
  ])('%s', (_, number, doubts) => expect(doubtsFor({ facts: held(number) })).toEqual(doubts));
});

it('is a code that could be looked up until yesterday, not one of today', () => {
  expect(doubtsFor({ until: '2026-11-22' })).toEqual(['code-expired']);
  expect(doubtsFor({ until: '2026-11-23' })).toEqual(['papers']);
});

describe('a name that looks like a trial', () => {
  it.each(['测试', '测试测试', '王测试', 'Test User', '示例', '某某', '哈哈哈'])('%s', (name) =>
    expect(looksLikeTrial(name)).toBe(true),
  );
  it.each(['张伟', '王试', '李测', '欧阳娜娜', '丁丁', 'Anna Tesler'])('not %s', (name) =>
    expect(looksLikeTrial(name)).toBe(false),
  );
});
