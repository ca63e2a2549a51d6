import { describe, expect, it } from 'vitest';
import { parseScore, totalText } from '../../kernel';
import { advancing, rankStage } from './index';
import { type Line, contestOf, marksOf } from './marks.testing';

const ranked = (lines: readonly Line[], given: Partial<Parameters<typeof rankStage>[0]> = {}) => {
  const answer = rankStage({
    contest: contestOf(),
    stage: 'preliminary',
    decisions: [],
    marks: marksOf(lines),
    ...given,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
const only = (lines: readonly Line[], given: Partial<Parameters<typeof rankStage>[0]> = {}) => {
  const [group] = ranked(lines, given).groups;
  if (!group) throw new Error('no group');
  return group;
};
/** So many entrants with marks that fall by one point. */
const row = (count: number): Line[] => Array.from({ length: count }, (_, at) => [String(at + 1), 99 - at, 99 - at]);
const refused = (lines: readonly Line[], ...orders: string[][]) => {
  const decisions = orders.map((order) => ({ order, reason: '加赛' }));
  const answer = rankStage({ contest: contestOf(), stage: 'preliminary', decisions, marks: marksOf(lines) });
  return answer.ok ? [] : answer.error.map(({ code, entrants }) => [code, ...entrants]);
};

describe('a total', () => {
  it.each([
    ['94', '81', '84.90'],
    ['81', '94', '90.10'],
    ['100', '100', '100.00'],
    ['0', '0', '0.00'],
    ['84.55', '80', '81.365'],
    ['0.01', '0', '0.003'],
    ['0.33', '0.33', '0.33'],
    ['99.99', '100', '99.997'],
    ['77.77', '88.88', '85.547'],
  ])('of theory %s and skill %s is %s', (theory, skill, total) => {
    const [t, s] = [parseScore(theory), parseScore(skill)];
    if (!t.ok || !s.ok) throw new Error('no mark');
    const group = only([['1', t.value / 100, s.value / 100]]);
    expect(group.ranked.map((one) => totalText(one.total))).toEqual([total]);
  });
});

describe('ranks', () => {
  it('are unique: the total, then the skill score', () => {
    // 30·70 + 70·80 = 30·84 + 70·74 = 7700
    const { ranked: list, undecidedTies } = only([
      ['theory', 84, 74],
      ['skill', 70, 80],
      ['best', 90, 90],
    ]);
    expect(list.map(({ entrant, rank }) => [entrant, rank])).toEqual([
      ['best', 1],
      ['skill', 2],
      ['theory', 3],
    ]);
    expect(undecidedTies).toEqual([]);
  });

  it('stay open in a full tie until the jury decides, in whatever order it was written', () => {
    const lines: Line[] = [
      ['12', 80, 80],
      ['3', 90, 90],
      ['7', 80, 80],
      ['9', 70, 70],
    ];
    for (const written of [lines, lines.toReversed()]) {
      const { ranked: list, undecidedTies } = only(written);
      expect(undecidedTies).toEqual([['7', '12']]);
      expect(list.map(({ entrant, rank, from, to }) => [entrant, rank, from, to])).toEqual([
        ['3', 1, 1, 1],
        ['7', null, 2, 3],
        ['12', null, 2, 3],
        ['9', 4, 4, 4],
      ]);
    }
    const decided = only(lines, { decisions: [{ order: ['12', '7'], reason: '用时较短' }] });
    expect(decided.undecidedTies).toEqual([]);
    expect(decided.ranked.map(({ entrant, rank, decidedBecause }) => [entrant, rank, decidedBecause])).toEqual([
      ['3', 1, null],
      ['12', 2, '用时较短'],
      ['7', 3, '用时较短'],
      ['9', 4, null],
    ]);
  });

  it('belong to those who came and have both marks', () => {
    const { ranked: list, unranked } = only([
      ['1', 90, 90],
      ['2', 95, 95, 'disqualified'],
      ['3', null, null, 'absent'],
      ['4', 99, null],
      ['5', null, 99],
      ['6', 99, 99, 'withdrawn'],
    ]);
    expect(list.map(({ entrant }) => entrant)).toEqual(['1']);
    expect(unranked).toEqual([
      { entrant: '2', why: 'disqualified' },
      { entrant: '3', why: 'absent' },
      { entrant: '4', why: 'mark-missing' },
      { entrant: '5', why: 'mark-missing' },
      { entrant: '6', why: 'withdrawn' },
    ]);
  });

  it('are those of each group', () => {
    const marks = marksOf([...row(10)]).map((one, at) => ({ ...one, group: at % 2 === 0 ? 'worker' : 'student' }));
    const { groups } = ranked([], { marks });
    expect(groups.map(({ group, ranked: list, line }) => [group, list.length, list[0]?.rank, line?.quota])).toEqual([
      ['student', 5, 1, 2],
      ['worker', 5, 1, 2],
    ]);
  });
});

describe('who goes on', () => {
  it.each([
    [1, 0],
    [2, 1],
    [4, 1],
    [5, 2],
    [10, 3],
    [57, 17],
    [58, 17],
    [59, 18],
  ])('of %i is the first %i, 30 %% rounded half up', (count, quota) => {
    const group = only(row(count));
    expect(group.line).toMatchObject({ quota, share: { base: 'scored', counted: count, percent: 30, rounded: quota } });
    expect(group.ranked.filter(({ advances }) => advances === 'yes')).toHaveLength(quota);
  });

  it.each([
    ['up' as const, 18],
    ['down' as const, 17],
    ['half-up' as const, 17],
  ])('of 57 is, rounded %s, %i', (rounding, quota) => {
    expect(only(row(57), { contest: contestOf({ rounding }) }).line?.quota).toBe(quota);
  });

  it.each([
    ['scored' as const, 9],
    ['present' as const, 11],
    ['registered' as const, 12],
  ])('counts of the base %s', (base, counted) => {
    const lines: Line[] = [...row(9), ['a', 90, null], ['b', null, null], ['c', null, null, 'absent']];
    expect(only(lines, { contest: contestOf({ base }) }).line?.share?.counted).toBe(counted);
  });

  it('is at least the minimum and at most everybody who is ranked', () => {
    expect(only(row(10), { contest: contestOf({ minimum: 6 }) }).line?.quota).toBe(6);
    expect(only(row(4), { contest: contestOf({ minimum: 6 }) }).line?.quota).toBe(4);
    expect(only(row(4), { contest: contestOf({ count: 8 }) }).line).toMatchObject({ quota: 4, share: null });
  });

  it('is nobody after the last stage', () => {
    const final = ranked(row(10), { stage: 'final' });
    expect([final.groups[0]?.line, advancing(final)]).toEqual([null, []]);
  });

  it('is open only where the line runs through an undecided tie', () => {
    const of = (...points: number[]) => ranked(points.map((point, at): Line => [String(at + 1), point, point]));
    // three of ten go on
    expect(advancing(of(99, 90, 90, 80, 79, 78, 77, 76, 75, 74))).toEqual(['1', '2', '3']);
    expect(advancing(of(99, 98, 97, 90, 90, 78, 77, 76, 75, 74))).toEqual(['1', '2', '3']);
    const open = of(99, 98, 90, 90, 79, 78, 77, 76, 75, 74);
    expect(advancing(open)).toEqual(['1', '2']);
    expect(open.groups[0]?.ranked.slice(0, 5).map(({ advances }) => advances)).toEqual([
      'yes',
      'yes',
      'open',
      'open',
      'no',
    ]);
  });
});

describe('a decision', () => {
  const lines: Line[] = [
    ['1', 90, 90],
    ['2', 80, 80],
    ['3', 80, 80],
    ['4', 80, 80],
    ['5', 70, 70],
    ['6', 70, 70],
    ['7', null, null, 'absent'],
  ];

  it('names exactly those of one full tie', () => {
    expect(refused(lines, ['4', '2', '3'], ['6', '5'])).toEqual([]);
    expect(refused(lines, ['2', '9'])).toEqual([['decision-entrant-unknown', '9']]);
    expect(refused(lines, ['2', '3', '4', '2'])).toEqual([['decision-entrant-twice', '2']]);
    expect(refused(lines, ['1', '2'])).toEqual([['decision-entrant-not-tied', '1']]);
    expect(refused(lines, ['2', '3', '4', '7'])).toEqual([['decision-entrant-not-tied', '7']]);
    expect(refused(lines, ['2', '3', '4', '5'])).toEqual([['decision-mixes-ties', '5']]);
    expect(refused(lines, ['2', '3'])).toEqual([['decision-part-of-tie', '4']]);
    expect(refused(lines, ['5', '6'], ['6', '5'])).toEqual([['decision-twice', '5', '6']]);
  });
});
