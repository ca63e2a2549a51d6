import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type Condition, ConditionSchema, type Facts, FactsSchema, type Notice } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { assess, retirementDay, retirementDelay } from './index';

const file = await readNoticeFile(
  fileURLToPath(new URL('../../../notices/bspia-2026-certification.yaml', import.meta.url)),
);
if (!file.ok) throw new Error(JSON.stringify(file.error));
const b26 = file.value.notice;

const source = { assumed: 'a condition under test' };
const own = { own: true, related: null };
const condition = (given: object): Condition => ConditionSchema.parse('of' in given ? given : { source, ...given });
const facts = (given: object): Facts => FactsSchema.parse(given);

/** B26's 五级, reduced to one route with this condition. */
function judge(leaf: object, given: object, on: string, noticeWide: readonly object[] = []) {
  const notice: Notice = {
    ...b26,
    conditions: noticeWide.map(condition),
    offerings: b26.offerings.map((offering) => ({
      ...offering,
      routes: offering.routes.slice(0, 1).map((route) => ({ ...route, condition: condition(leaf) })),
    })),
  };
  return assess({ notice, offeringCode: 'installer-5', facts: facts(given), on: localDate(on) });
}
const verdictOf = (...given: Parameters<typeof judge>) => judge(...given).verdict;

describe('age, both ends included', () => {
  const leaf = { kind: 'age', atLeast: 18, atMost: 55 };
  it.each([
    ['2025-06-15', 'ineligible', '2025-06-16'],
    ['2025-06-16', 'eligible', null],
    ['2063-06-15', 'eligible', null],
    ['2063-06-16', 'ineligible', null],
  ])('born 2007-06-16, on %s is %s', (on, verdict, earliestOn) => {
    const answer = judge(leaf, { birthDate: '2007-06-16' }, on);
    expect([answer.verdict, answer.earliestOn]).toEqual([verdict, earliestOn]);
  });

  it('comes of age on 1 March when born on 29 February', () => {
    expect(verdictOf(leaf, { birthDate: '2008-02-29' }, '2026-02-28')).toBe('ineligible');
    expect(verdictOf(leaf, { birthDate: '2008-02-29' }, '2026-03-01')).toBe('eligible');
  });
});

it.each([
  ['2007-12-31', 'eligible'],
  ['2008-01-01', 'needs-review'],
  ['2008-01-02', 'ineligible'],
])('born on %s, before 2008-01-01, is %s', (birthDate, verdict) => {
  expect(verdictOf({ kind: 'bornBefore', day: '2008-01-01' }, { birthDate }, '2024-05-01')).toBe(verdict);
});

describe('statutory retirement age', () => {
  it.each([
    ['1965-01-10', 'man-60', 1],
    ['1965-05-10', 'man-60', 2],
    ['1964-12-31', 'man-60', 0],
    ['1976-08-10', 'man-60', 35],
    ['1990-01-10', 'man-60', 36],
    ['1975-03-10', 'woman-50', 2],
    ['1984-11-10', 'woman-50', 60],
  ] as const)('born %s on the line %s: %i months later', (birth, line, months) => {
    expect(retirementDelay(localDate(birth), line)).toBe(months);
  });

  it('keeps the old ages before 2025', () => {
    expect(retirementDay(localDate('1965-01-10'), 'man-60', localDate('2024-12-31'))).toBe('2025-01-10');
    expect(retirementDay(localDate('1965-01-10'), 'man-60', localDate('2025-01-01'))).toBe('2025-02-10');
  });

  const leaf = { kind: 'withinRetirementAge' };
  it.each([
    [{ sex: 'male', birthDate: '1965-01-10' }, '2025-02-09', 'eligible'],
    [{ sex: 'male', birthDate: '1965-01-10' }, '2025-02-10', 'ineligible'],
    [{ sex: 'female', birthDate: '1975-03-10' }, '2025-05-09', 'eligible'],
    [{ sex: 'female', birthDate: '1975-03-10' }, '2025-05-10', 'undecided'],
    [{ sex: 'female', birthDate: '1975-03-10', womanLine: 50 }, '2025-05-10', 'ineligible'],
    [{ sex: 'female', birthDate: '1975-03-10', womanLine: 55 }, '2025-05-10', 'needs-review'],
    [{ sex: 'female', birthDate: '1975-03-10', womanLine: null }, '2025-05-10', 'needs-review'],
    [{ sex: 'female', birthDate: '1960-03-10', womanLine: 55 }, '2025-05-10', 'ineligible'],
    [{ birthDate: '1965-01-10' }, '2025-05-10', 'undecided'],
  ])('%o on %s is %s', (given, on, verdict) => {
    expect(verdictOf(leaf, given, on)).toBe(verdict);
  });
});

describe('titles and held years', () => {
  const title = { occupation: '安全防范系统安装维护员', grade: 'junior', on: '2024-05-20' };
  const leaf = { kind: 'title', field: own, grade: 'junior', heldYears: 1 };
  it.each([
    ['2025-05-19', 'ineligible'],
    ['2025-05-20', 'eligible'],
    ['2025-05-21', 'eligible'],
  ])('held since 2024-05-20, on %s is %s', (on, verdict) => {
    expect(verdictOf(leaf, { titles: [title] }, on)).toBe(verdict);
  });

  it('leaves a higher grade and another occupation to review, and counts no lower one', () => {
    expect(verdictOf(leaf, { titles: [{ ...title, grade: 'senior' }] }, '2026-01-01')).toBe('needs-review');
    expect(verdictOf(leaf, { titles: [{ ...title, occupation: '工程师' }] }, '2026-01-01')).toBe('needs-review');
    expect(verdictOf({ ...leaf, grade: 'senior' }, { titles: [title] }, '2026-01-01')).toBe('ineligible');
    expect(judge(leaf, {}, '2026-01-01').missing).toEqual(['titles']);
  });

  it('counts work after the title', () => {
    const since = { kind: 'title', field: own, grade: 'junior' };
    const work = { kind: 'experience', field: own, years: 1, since };
    const given = { titles: [title], jobs: [{ occupation: '安全防范系统安装维护员', from: '2010-01-01', to: null }] };
    expect(verdictOf(work, given, '2025-05-19')).toBe('ineligible');
    expect(verdictOf(work, given, '2025-05-20')).toBe('eligible');
    expect(judge(work, { jobs: given.jobs }, '2025-05-20').missing).toEqual(['titles']);
    expect(verdictOf(work, { jobs: [] }, '2025-05-20')).toBe('ineligible');
  });

  it('counts the years a certificate was held', () => {
    const held = { kind: 'certificate', field: own, level: 3, heldYears: 2 };
    const certificates = [{ occupation: '安全防范系统安装维护员', level: 3, issuedOn: '2024-02-29' }];
    expect(judge(held, { certificates }, '2026-02-28')).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2026-03-01',
    });
    expect(verdictOf(held, { certificates }, '2026-03-01')).toBe('eligible');
  });
});

describe('residence', () => {
  const leaf = { kind: 'residence', city: '北京', kinds: ['work', 'study'], years: 1 };
  const residence = [
    { city: '北京市', kind: 'study', from: '2023-05-01', to: '2023-11-01' },
    { city: '北京', kind: 'work', from: '2023-09-01', to: null },
  ];
  it.each([
    ['2024-04-30', 'ineligible', '2024-05-01'],
    ['2024-05-01', 'eligible', null],
  ])('on %s is %s', (on, verdict, earliestOn) => {
    expect(judge(leaf, { residence }, on)).toMatchObject({ verdict, earliestOn });
  });

  it('counts no other city', () => {
    const elsewhere = residence.map((stay) => ({ ...stay, city: '天津' }));
    expect(verdictOf(leaf, { residence: elsewhere }, '2026-01-01')).toBe('ineligible');
  });
});

describe('statements', () => {
  const leaf = { kind: 'declared', statement: 'minimum-education', letter: null, field: null };
  it('are judged by staff, unless the notice names a letter', () => {
    expect(verdictOf(leaf, { declared: { 'minimum-education': true } }, '2026-01-01')).toBe('needs-review');
    expect(
      verdictOf({ ...leaf, letter: 'education-letter' }, { declared: { 'minimum-education': true } }, '2026-01-01'),
    ).toBe('eligible');
    expect(verdictOf(leaf, { declared: { 'minimum-education': false } }, '2026-01-01')).toBe('ineligible');
    expect(judge(leaf, { declared: {} }, '2026-01-01').missing).toEqual(['declared.minimum-education']);
  });
});

describe('trees', () => {
  const age = { kind: 'age', atLeast: 16, atMost: null, source };
  const jobs = { kind: 'experience', field: own, years: 1, since: null, source };
  const stated = { kind: 'declared', statement: 'member', letter: null, field: null, source };
  const adult = { birthDate: '1990-01-01' };
  const child = { birthDate: '2020-01-01' };

  it.each([
    [{ ...adult, declared: { member: true } }, 'undecided', 'needs-review'],
    [{ ...child, declared: { member: true } }, 'ineligible', 'needs-review'],
    [{ ...adult, jobs: [], declared: { member: true } }, 'ineligible', 'eligible'],
  ])('%o: allOf %s, anyOf %s', (given, all, any) => {
    expect(verdictOf({ kind: 'allOf', of: [age, jobs, stated] }, given, '2026-01-01')).toBe(all);
    const either = { kind: 'anyOf', of: [jobs, ...('jobs' in given ? [age] : []), stated] };
    expect(verdictOf(either, given, '2026-01-01')).toBe(any);
  });

  it('lets a notice-wide condition refuse what a route would grant', () => {
    const willing = { kind: 'declared', statement: 'intends', letter: 'work-commitment-letter', field: null };
    expect(verdictOf(willing, { ...child, intends: true }, '2026-01-01', [age])).toBe('ineligible');
    expect(judge(willing, { ...child, intends: true }, '2026-01-01', [age]).earliestOn).toBe('2036-01-01');
    expect(verdictOf(willing, { ...adult, intends: true }, '2026-01-01', [age])).toBe('eligible');
    expect(judge(willing, { intends: true }, '2026-01-01', [age]).missing).toEqual(['birthDate']);
  });
});
