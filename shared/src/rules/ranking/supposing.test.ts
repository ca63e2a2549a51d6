import { describe, expect, it } from 'vitest';
import { parseScore, totalText } from '../../kernel';
import { type Supposed, rankStage, republished, supposing } from './index';
import { type Line, contestOf, marksOf } from './marks.testing';

const lines: readonly Line[] = [
  ['1', 99, 99],
  ['2', 98, 98],
  ['3', 90, 90],
  ['4', 90, 90],
  ['5', 90, 90],
  ['6', 80, 80],
  ['7', 79, 79],
  ['8', 78, 78],
  ['9', 77, 77],
  ['10', 76, 76],
];
const decision = { order: ['4', '3', '5'], reason: '评委组决定' };
const given = { contest: contestOf(), stage: 'preliminary', marks: marksOf(lines), decisions: [decision] };
const suppose = (...supposed: Supposed[]) => supposing(given, supposed);
const whatIf = (...supposed: Supposed[]) => {
  const answer = suppose(...supposed);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
const mark = (points: string) => {
  const score = parseScore(points);
  if (!score.ok) throw new Error(points);
  return score.value;
};

describe('what if', () => {
  it('one withdraws: the ranks below close up, the base is smaller, and the order of the others in the tie stays decided', () => {
    const { differences, ranking, lapsed } = whatIf({ kind: 'withdrawn', entrant: '4' });
    expect(
      differences.map(({ entrant, before, after }) => [entrant, before?.rank, after?.rank, after?.advances]),
    ).toEqual([
      ['3', 4, 3, 'yes'],
      ['5', 5, 4, 'no'],
      ['6', 6, 5, 'no'],
      ['7', 7, 6, 'no'],
      ['8', 8, 7, 'no'],
      ['9', 9, 8, 'no'],
      ['10', 10, 9, 'no'],
      ['4', 3, undefined, undefined],
    ]);
    expect([ranking.groups[0]?.undecidedTies, lapsed]).toEqual([[], []]);
  });

  it('a mark changes so that somebody joins a tie: the jury never judged them together', () => {
    const { ranking, lapsed } = whatIf(
      { kind: 'marked', entrant: '6', part: 'theory', mark: mark('90') },
      { kind: 'marked', entrant: '6', part: 'skill', mark: mark('90') },
    );
    expect(ranking.groups[0]?.undecidedTies).toEqual([['3', '4', '5', '6']]);
    expect(lapsed).toEqual([decision]);
  });

  it('the jury decides otherwise in a tie that it has decided: that is not one decision', () => {
    const again = suppose({ kind: 'decided', decision: { order: ['3', '4', '5'], reason: '复议' } });
    expect(again).toMatchObject({ ok: false, error: [{ code: 'decision-twice' }] });
  });

  it('of somebody who is not there is refused', () => {
    expect(suppose({ kind: 'withdrawn', entrant: '11' })).toEqual({
      ok: false,
      error: [{ code: 'entrant-unknown', entrant: '11' }],
    });
  });

  it('nothing happens: nothing differs', () => {
    expect(whatIf().differences).toEqual([]);
  });

  it('a mark changes: the total, and whoever it passes', () => {
    const { differences } = whatIf({ kind: 'marked', entrant: '2', part: 'skill', mark: mark('99.99') });
    expect(differences.map(({ entrant, after }) => [entrant, after?.rank, after && totalText(after.total)])).toEqual([
      ['2', 1, '99.393'],
      ['1', 2, '99.00'],
    ]);
  });
});

describe('after publication', () => {
  const published = rankStage(given);
  if (!published.ok) throw new Error('not ranked');
  const without = (entrant: string, nextStageBegun: boolean) =>
    republished({
      published: published.value,
      now: whatIf({ kind: 'disqualified', entrant }).ranking,
      nextStageBegun,
    });

  it('a disqualification closes ranks up and takes nobody else’s advance; who would have advanced is asked for', () => {
    expect(without('2', false)).toMatchObject({ advanced: ['1', '4'], passedOver: ['3'], ask: 'replacement' });
    expect(without('2', true)).toMatchObject({ advanced: ['1', '4'], passedOver: ['3'], ask: 'case' });
  });

  it('tells exactly those whom it touches', () => {
    expect(without('9', false).touched.map(({ entrant, after }) => [entrant, after?.rank])).toEqual([
      ['10', 9],
      ['9', undefined],
    ]);
    // nine are left: 2.7 is three still
    expect(without('9', false)).toMatchObject({ advanced: ['1', '2', '4'], passedOver: [] });
  });

  it('a corrected mark moves nobody out who has advanced', () => {
    const corrected = whatIf({ kind: 'marked', entrant: '10', part: 'skill', mark: mark('100') });
    const answer = republished({ published: published.value, now: corrected.ranking, nextStageBegun: true });
    expect(answer).toMatchObject({ advanced: ['1', '2', '4'], passedOver: ['10'], ask: 'case' });
    expect(answer.touched.find(({ entrant }) => entrant === '10')?.after).toMatchObject({ rank: 3, advances: 'no' });
  });
});
