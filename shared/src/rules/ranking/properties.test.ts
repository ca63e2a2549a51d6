import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../../kernel';
import { type Marks, type TieDecision, advancing, rankStage } from './index';
import { contestOf, marksOf } from './marks.testing';
import { tiesOf } from './rank-stage';
import { type Second, exactTotal, floatTotal, secondRanking } from './second-ranking.testing';

/** `PROVE_COUNT` runs the same with many more competitions. */
const numRuns = Number(process.env['PROVE_COUNT'] ?? 200);
const seed = Number(process.env['PROVE_SEED'] ?? 20_250_725);
const contest = contestOf();

/** Points near each other, so that totals meet in many ways; some with hundredths, some missing. */
const points = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 70, max: 90 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100) },
  { weight: 1, arbitrary: fc.constant(null) },
);
/** Seven points less in theory and three more in skill are the same total: there floats go wrong. */
const alike = fc
  .tuple(fc.integer({ min: 78, max: 84 }), fc.integer({ min: 78, max: 80 }), fc.integer({ min: -2, max: 2 }))
  .map(([theory, skill, steps]) => ({ theory: theory - 7 * steps, skill: skill + 3 * steps }));
const pair = fc.oneof(alike, fc.record({ theory: points, skill: points }));
const row = fc.record({
  pair,
  status: fc.constantFrom('present', 'present', 'present', 'present', 'present', 'present', 'absent', 'disqualified'),
  group: fc.constantFrom('worker', 'worker', 'student'),
});
/** A stage of up to 60 entrants, in one group or two, with decisions for some of its full ties. */
const someStage = fc
  .tuple(
    fc.array(row, { maxLength: 60, size: 'max' }),
    fc.boolean(),
    fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
  )
  .map(([rows, hasGroups, isDecided]) => {
    const marks = rows.flatMap(({ pair: { theory, skill }, status, group }, at) =>
      marksOf([[String(at + 1), theory, skill, status]]).map((one) => ({ ...one, group: hasGroups ? group : null })),
    );
    const decisions = tiesOf({ contest, marks }).flatMap((tie, at): TieDecision[] =>
      isDecided[at] ? [{ order: tie.toReversed(), reason: '评委组决定' }] : [],
    );
    return { marks, decisions };
  });
type Stage = { readonly marks: readonly Marks[]; readonly decisions: readonly TieDecision[] };

const rankingOf = ({ marks, decisions }: Stage) => {
  const ranking = rankStage({ contest, stage: 'preliminary', marks, decisions });
  if (!ranking.ok) throw new Error(JSON.stringify(ranking.error));
  return ranking.value;
};
const first = (stage: Stage): readonly Second[] =>
  rankingOf(stage).groups.flatMap(({ ranked }) =>
    ranked.map(({ entrant, rank, advances }) => ({ entrant, rank, advances: advances === 'yes' })),
  );
const byEntrant = (list: readonly Second[]) => list.toSorted((a, b) => Number(a.entrant) - Number(b.entrant));
const second = (stage: Stage, total: typeof exactTotal | typeof floatTotal = exactTotal) =>
  byEntrant(secondRanking(stage.marks, stage.decisions, total));

describe('beside a second ranking, written by another road', () => {
  it('there is no difference', () => {
    fc.assert(
      fc.property(someStage, (stage) => {
        expect(byEntrant(first(stage))).toEqual(second(stage));
      }),
      { numRuns, seed },
    );
  });

  it('a copy that adds up floats is caught', () => {
    const stages = fc.sample(someStage, { numRuns, seed });
    const caught = stages.filter(
      (stage) => JSON.stringify(byEntrant(first(stage))) !== JSON.stringify(second(stage, floatTotal)),
    );
    expect(caught.length).toBeGreaterThan(0);
  });
});

describe('whatever the marks', () => {
  it('the order of the rows changes nothing', () => {
    const shuffled = someStage.chain((stage) =>
      fc
        .shuffledSubarray([...stage.marks], { minLength: stage.marks.length, maxLength: stage.marks.length })
        .map((marks) => ({ stage, moved: { ...stage, marks } })),
    );
    fc.assert(
      fc.property(shuffled, ({ stage, moved }) => {
        expect(rankingOf(moved)).toEqual(rankingOf(stage));
      }),
      { numRuns, seed },
    );
  });

  it.each(['scored', 'present'] as const)('an absent entrant changes nothing where the base is %s', (base) => {
    const rule = contestOf({ base });
    fc.assert(
      fc.property(someStage, fc.constantFrom('worker', 'student'), (stage, group) => {
        const hasGroups = stage.marks.some((one) => one.group !== null);
        const absent: Marks = {
          entrant: '999',
          group: hasGroups ? group : null,
          theory: null,
          skill: null,
          status: 'absent',
        };
        const places = (marks: readonly Marks[]) => {
          const ranking = rankStage({ contest: rule, stage: 'preliminary', marks, decisions: stage.decisions });
          return ranking.ok
            ? ranking.value.groups.flatMap(({ ranked, line }) =>
                line?.quota || ranked.length ? [{ ranked, line }] : [],
              )
            : null;
        };
        expect(places([...stage.marks, absent])).toEqual(places(stage.marks));
      }),
      { numRuns, seed },
    );
  });

  it('an absent entrant moves only the line where the base is everybody registered', () => {
    const rule = contestOf({ base: 'registered' });
    const ranked = (stage: Stage) => {
      const ranking = rankStage({ contest: rule, stage: 'preliminary', ...stage });
      if (!ranking.ok) throw new Error(JSON.stringify(ranking.error));
      return ranking.value;
    };
    fc.assert(
      fc.property(someStage, ({ marks, decisions }) => {
        const alone = { marks: marks.map((one) => ({ ...one, group: null })), decisions: [] };
        const absent: Marks = { entrant: '999', group: null, theory: null, skill: null, status: 'absent' };
        const [before, after] = [ranked(alone), ranked({ ...alone, marks: [...alone.marks, absent] })];
        const ranks = ({ groups }: typeof before) =>
          groups.flatMap((group) => group.ranked.map(({ entrant, from, to }) => [entrant, from, to]));
        expect(ranks(after)).toEqual(ranks(before));
        expect(advancing(after).slice(0, advancing(before).length)).toEqual(advancing(before));
        expect(decisions).toBeDefined();
      }),
      { numRuns, seed },
    );
  });

  it('two totals are equal exactly when the fractions are', () => {
    const mark = fc.integer({ min: 0, max: 10_000 }) as fc.Arbitrary<Score>;
    fc.assert(
      fc.property(mark, mark, mark, mark, (t1, s1, t2, s2) => {
        const [one, two] = rankingOf({
          decisions: [],
          marks: [
            { entrant: '1', group: null, theory: t1, skill: s1, status: 'present' },
            { entrant: '2', group: null, theory: t2, skill: s2, status: 'present' },
          ],
        }).groups.flatMap((group) => group.ranked);
        expect(one?.total === two?.total).toBe(exactTotal(t1, s1) === exactTotal(t2, s2));
      }),
      { numRuns, seed },
    );
  });
});
