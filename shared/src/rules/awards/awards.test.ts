import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNoticeFile } from '../../notice-file';
import type { ContestRule, UnitKind } from '../../notice';
import { type Finisher, awardsOf, byGiver } from './index';

const c25 = await contestOf('bspia-2025-competition-monitor-operator');
const c24 = await contestOf('bspia-2024-competition-installer');

async function contestOf(id: string): Promise<ContestRule> {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  if (!file.ok || !file.value.notice.contest) throw new Error(id);
  return file.value.notice.contest;
}

const finisher = (given: Partial<Finisher> & { entrant: string }): Finisher => ({
  group: null,
  unit: null,
  coach: null,
  unionCard: true,
  takingPart: true,
  reached: given.rank ? 'final' : 'preliminary',
  rank: null,
  ...given,
});
/** People of one unit; the first has the rank, the last `absent` did not come. */
const unitOf = (
  size: number,
  { kind = 'company', rank = null, absent = 0 }: { kind?: UnitKind; rank?: number | null; absent?: number } = {},
) =>
  Array.from({ length: size }, (_, at) =>
    finisher({
      entrant: `${at + 1}`,
      unit: { name: '甲', kind },
      rank: at === 0 ? rank : null,
      takingPart: at < size - absent,
    }),
  );
const finalists = (count: number) =>
  Array.from({ length: count }, (_, at) => finisher({ entrant: `${at + 1}`, rank: at + 1 }));

const to = (contest: ContestRule, finishers: readonly Finisher[], award: string) =>
  awardsOf(contest, finishers).lines.flatMap((line) =>
    line.award === award ? [`${line.to.kind}:${line.to.name}`] : [],
  );
const asked = (contest: ContestRule, finishers: readonly Finisher[]) =>
  awardsOf(contest, finishers).forStaff.flatMap((question) =>
    question.why === 'unit-kind' ? [[question.award, question.unit, question.kind]] : [],
  );

describe('the unit that organised best', () => {
  it.each([
    [9, []],
    [10, ['unit:甲']],
    [11, ['unit:甲']],
  ])('C25: with %i registered, come or not: %j', (size, units) => {
    expect(to(c25, unitOf(size, { absent: size }), 'organising-unit')).toEqual(units);
  });

  it.each([
    [10, 0, []],
    [11, 0, ['unit:甲']],
    [11, 1, []],
    [12, 1, ['unit:甲']],
  ])('C24: of %i registered %i did not come: %j', (size, absent, units) => {
    expect(to(c24, unitOf(size, { absent }), 'organising-unit')).toEqual(units);
  });

  it('C25: is a government body, a company or an institution; any other kind at the threshold is a question to staff', () => {
    const winners = (kind: UnitKind) => to(c25, unitOf(10, { kind }), 'organising-unit');
    expect((['government', 'company', 'institution'] as const).map((kind) => winners(kind).length)).toEqual([1, 1, 1]);
    for (const kind of ['school', 'training-body', 'social-organisation', 'other'] as const) {
      expect(winners(kind)).toEqual([]);
      expect(asked(c25, unitOf(10, { kind }))).toEqual([['organising-unit', '甲', kind]]);
      expect(asked(c25, unitOf(9, { kind }))).toEqual([]);
    }
  });

  it('C24: is any unit', () => {
    expect(to(c24, unitOf(11, { kind: 'school' }), 'organising-unit')).toEqual(['unit:甲']);
    expect(asked(c24, unitOf(11, { kind: 'school' }))).toEqual([]);
  });
});

describe('the technical team of C24', () => {
  it.each([
    [4, 0, 1, []],
    [5, 0, 1, ['unit:甲']],
    [6, 0, 10, ['unit:甲']],
    [6, 0, 11, []],
    [6, 0, null, []],
    [5, 1, 1, []],
    [6, 1, 1, ['unit:甲']],
  ])('of %i registered %i did not come, the best is %s: %j', (size, absent, rank, units) => {
    expect(to(c24, unitOf(size, { absent, rank }), 'technical-team')).toEqual(units);
  });

  it('is a company; a school that reaches both thresholds is a question, beside the company that wins', () => {
    const school = unitOf(5, { kind: 'school', rank: 1 });
    const company = unitOf(5, { rank: 2 }).map((one) => ({
      ...one,
      entrant: `c${one.entrant}`,
      unit: { name: '乙', kind: 'company' as const },
    }));
    expect(to(c24, [...school, ...company], 'technical-team')).toEqual(['unit:乙']);
    expect(asked(c24, [...school, ...company])).toEqual([['technical-team', '甲', 'school']]);
    expect(asked(c24, unitOf(4, { kind: 'school', rank: 1 }))).toEqual([]);
  });
});

describe('the ranks of the final', () => {
  it.each([c25, c24])('win money once each, the first alone, seventh to tenth the least', (contest) => {
    const { lines } = awardsOf(contest, finalists(12));
    const money = lines.flatMap(({ award, to: { name }, fen, tax }) =>
      award.startsWith('prize') ? [[name, fen, tax]] : [],
    );
    expect(money).toEqual([
      ['1', 600000, '含税'],
      ...['2', '3', '4', '5', '6'].map((name) => [name, 300000, '含税']),
      ...['7', '8', '9', '10'].map((name) => [name, 100000, '含税']),
    ]);
  });

  it('are fewer than ten where fewer reached the final', () => {
    expect(to(c25, finalists(7), 'prize-seventh')).toEqual(['entrant:7']);
    expect(to(c25, finalists(6), 'prize-seventh')).toEqual([]);
    expect(to(c25, finalists(2), 'technical-expert')).toEqual(['entrant:1', 'entrant:2']);
    expect(to(c24, finalists(2), 'bronze-medal')).toEqual([]);
  });

  it('leave no line for a coach or unit that is not there', () => {
    const [winner] = finalists(1);
    if (!winner) throw new Error('nobody');
    expect(to(c24, [winner], 'coach-award')).toEqual([]);
    expect(to(c24, [winner], 'unit-award')).toEqual([]);
    const sent = { ...winner, coach: '王教练', unit: { name: '甲校', kind: 'school' as const } };
    expect([...to(c24, [sent], 'coach-award'), ...to(c24, [sent], 'unit-award')]).toEqual([
      'coach:王教练',
      'unit:甲校',
    ]);
  });

  it('win the union’s money with its card only', () => {
    const [first, second, third] = finalists(3);
    if (!first || !second || !third) throw new Error('nobody');
    const some = [{ ...first, unionCard: false }, second, { ...third, unionCard: false }];
    expect(to(c25, some, 'union-subsidy-first')).toEqual([]);
    expect(to(c25, some, 'union-subsidy')).toEqual(['entrant:2']);
  });

  it('bring the policy of city and district to entrant and company, a company once', () => {
    const unit = { name: '甲', kind: 'company' as const };
    const school = { name: '乙校', kind: 'school' as const };
    const given = finalists(3).map((one, at) => ({ ...one, unit: at === 1 ? school : unit }));
    expect(to(c25, given, 'city-policy')).toEqual(['entrant:1', 'entrant:2', 'entrant:3', 'unit:甲']);
    expect(asked(c25, given)).toEqual([['city-policy', '乙校', 'school']]);
  });
});

it('a stage reached is reached by everybody who got further, too', () => {
  const some = [
    finisher({ entrant: '1', reached: 'final', rank: 1 }),
    finisher({ entrant: '2', reached: 'semi-final' }),
    finisher({ entrant: '3', reached: 'preliminary' }),
    finisher({ entrant: '4', reached: null, takingPart: false }),
  ];
  expect(to(c25, some, 'training-certificate')).toEqual(['entrant:1', 'entrant:2']);
  expect(to(c25, some, 'finalists')).toEqual(['entrant:1']);
});

it('what the print says in words is for staff', () => {
  const words = (contest: ContestRule) =>
    awardsOf(contest, finalists(3)).forStaff.map(({ award, why }) => [award, why]);
  expect(words(c25)).toEqual([]);
  expect(words(c24)).toEqual([
    ['level-certificate', 'said-in-words'],
    ['named-honours', 'said-in-words'],
    ['union-plan', 'said-in-words'],
  ]);
});

it('an award of one group goes to nobody else, and each group has its own first', () => {
  const [gold] = c24.awards;
  if (!gold) throw new Error('no award');
  const contest = { ...c24, awards: [gold, { ...gold, code: 'student-gold', group: 'student' }] };
  const some = [
    finisher({ entrant: '1', group: 'worker', rank: 1 }),
    finisher({ entrant: '2', group: 'student', rank: 1 }),
  ];
  expect(to(contest, some, 'gold-medal')).toEqual(['entrant:2', 'entrant:1']);
  expect(to(contest, some, 'student-gold')).toEqual(['entrant:2']);
});

it('shuts out the kinds that the print shuts out, without a question', () => {
  const contest = {
    ...c24,
    awards: c24.awards.map((award) =>
      award.for.kind === 'unit' ? { ...award, excludedUnitKinds: ['school' as const] } : award,
    ),
  };
  const school = unitOf(11, { kind: 'school', rank: 1 });
  expect([...to(contest, school, 'technical-team'), ...asked(contest, school)]).toEqual([]);
});

it('asks staff for a paper that nobody was asked for at entry', () => {
  const contest = { ...c24, awards: c24.awards.slice(0, 1).map((award) => ({ ...award, needs: 'licence' })) };
  expect(awardsOf(contest, finalists(1))).toMatchObject({
    lines: [],
    forStaff: [{ award: 'gold-medal', why: 'paper', paper: 'licence' }],
  });
});

it('makes a list for each giver', () => {
  const lists = byGiver(awardsOf(c25, finalists(1)).lines);
  expect([...lists].map(([giver, lines]) => [giver, lines.length])).toEqual([
    ['选手所在单位', 1],
    ['北京市职工技术协会', 3],
    ['北京市总工会', 1],
    [null, 1],
    ['北京安全防范行业协会', 3],
  ]);
});
