import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { UnitKind } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { type Finisher, awardsOf } from './index';

const file = await readNoticeFile(
  fileURLToPath(new URL('../../../notices/bspia-2024-competition-installer.yaml', import.meta.url)),
);
if (!file.ok || !file.value.notice.contest) throw new Error('no competition');
const c24 = file.value.notice.contest;

type Unit = { name: string; size: number; absent?: number; kind?: UnitKind; ranks?: readonly number[] };
/** 37 units with 412 people; thresholds on both sides. 28 others have twelve each, the last of them nineteen. */
const UNITS: readonly Unit[] = [
  { name: '五人有冠军', size: 5, ranks: [1] },
  { name: '四人有亚军', size: 4, ranks: [2] },
  { name: '六人缺一有季军', size: 6, absent: 1, ranks: [3] },
  { name: '五人无前十', size: 5 },
  { name: '五人院校有第四', size: 5, kind: 'school', ranks: [4] },
  { name: '十人', size: 10 },
  { name: '十一人', size: 11 },
  { name: '十一人缺一', size: 11, absent: 1 },
  { name: '十二人院校', size: 12, kind: 'school' },
  { name: '其他1', size: 12, ranks: [5, 6, 7, 8, 9, 10] },
  ...Array.from({ length: 26 }, (_, at) => ({ name: `其他${at + 2}`, size: 12 })),
  { name: '其他28', size: 19 },
];

const finishers = UNITS.flatMap(({ name, size, absent = 0, kind = 'company', ranks = [] }) =>
  Array.from({ length: size }, (_, at): Finisher => {
    const rank = ranks[at] ?? null;
    return {
      entrant: rank === null ? `${name}-${at + 1}` : `第${rank}`,
      group: null,
      unit: { name, kind },
      coach: rank === 1 ? '王教练' : null,
      unionCard: true,
      takingPart: at < size - absent,
      reached: rank === null ? 'preliminary' : 'final',
      rank,
    };
  }),
);
const top = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `第${from + at}`);

/** C24 四, worked by hand. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'gold-medal': top(1, 1),
  'silver-medal': top(2, 2),
  'bronze-medal': top(3, 3),
  'award-certificate': top(1, 10),
  'level-certificate': [],
  'coach-award': ['王教练'],
  'unit-award': ['五人有冠军'],
  'named-honours': [],
  'union-plan': [],
  'prize-first': top(1, 1),
  'prize-second': top(2, 6),
  'prize-seventh': top(7, 10),
  finalists: top(1, 10),
  // at least five who came, and one of the first ten; the school is a question
  'technical-team': ['五人有冠军', '六人缺一有季军', '其他1'],
  'national-contest': top(1, 10),
  // more than ten who came, of any kind
  'organising-unit': ['十一人', '十二人院校', ...Array.from({ length: 28 }, (_, at) => `其他${at + 1}`)],
};

describe('C24 with 412 entrants from 37 units', () => {
  const { lines, forStaff } = awardsOf(c24, finishers);

  it('gives every award exactly to whom a table gives it that was worked by hand', () => {
    expect([finishers.length, UNITS.length]).toEqual([412, 37]);
    const given = Object.fromEntries(
      c24.awards.map(({ code }) => [
        code,
        lines.flatMap(({ award, to }) => (award === code ? [to.name] : [])).toSorted(),
      ]),
    );
    const byHand = Object.fromEntries(Object.entries(BY_HAND).map(([code, names]) => [code, names.toSorted()]));
    for (const { code } of c24.awards) expect([code, given[code]]).toEqual([code, byHand[code]]);
  });

  it('asks staff about the school that reaches the team’s thresholds, and about what is said in words', () => {
    expect(
      forStaff.map((question) => [question.award, question.why === 'unit-kind' ? question.unit : question.why]),
    ).toEqual([
      ['level-certificate', 'said-in-words'],
      ['named-honours', 'said-in-words'],
      ['union-plan', 'said-in-words'],
      ['technical-team', '五人院校有第四'],
    ]);
  });
});
