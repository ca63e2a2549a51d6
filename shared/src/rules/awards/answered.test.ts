import { fileURLToPath } from 'node:url';
import { localDate } from '../../kernel';
import type { ContestRule } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { ANNOUNCED_YEARS } from '../calendar';
import { describe, expect, it } from 'vitest';
import {
  type Finisher,
  answeredAwards,
  entrantKey,
  proposedJoins,
  protestUntil,
  restKey,
  unitKey,
  unitNameKey,
} from './index';

const c25 = await contestOf('bspia-2025-competition-monitor-operator');
const c24 = await contestOf('bspia-2024-competition-installer');

async function contestOf(id: string): Promise<ContestRule> {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  if (!file.ok || !file.value.notice.contest) throw new Error(id);
  return file.value.notice.contest;
}

const finalists = Array.from({ length: 12 }, (_, at): Finisher => ({
  entrant: `${at + 1}`,
  group: null,
  unit: { name: '甲校', kind: 'school' },
  coach: '王教练',
  unionCard: true,
  takingPart: true,
  reached: 'final',
  rank: at + 1,
}));
const askedOf = (contest: ContestRule, award: string, answers: Parameters<typeof answeredAwards>[2] = []) =>
  answeredAwards(contest, finalists, answers).questions.find(({ question }) => question.award === award);
const toOf = (contest: ContestRule, award: string, answers: Parameters<typeof answeredAwards>[2]) =>
  answeredAwards(contest, finalists, answers).lines.flatMap((line) => (line.award === award ? [line.to.name] : []));

describe('what the notice leaves to staff', () => {
  it('is asked of each of the first ten where C24 speaks of winners, and open until each or the rest is answered', () => {
    const asked = askedOf(c24, 'level-certificate');
    expect(asked?.about.map(({ entrant }) => entrant)).toEqual(finalists.slice(0, 10).map(({ entrant }) => entrant));
    expect(asked?.open).toBe(true);
    const one = { key: entrantKey('level-certificate', '2'), given: true };
    expect(askedOf(c24, 'level-certificate', [one])?.open).toBe(true);
    const rest = { key: restKey('level-certificate'), given: false };
    expect(askedOf(c24, 'level-certificate', [one, rest])?.open).toBe(false);
    expect(toOf(c24, 'level-certificate', [one, rest])).toEqual(['2']);
    const each = finalists
      .slice(0, 10)
      .map(({ entrant }) => ({ key: entrantKey('level-certificate', entrant), given: false }));
    expect(askedOf(c24, 'level-certificate', each)?.open).toBe(false);
  });

  it('is asked of a unit of a kind that is not printed, which wins by a yes and not by a no', () => {
    const key = unitKey('organising-unit', '甲校');
    expect(askedOf(c25, 'organising-unit')).toMatchObject({ open: true, about: [{ key, unit: '甲校' }] });
    expect(toOf(c25, 'organising-unit', [])).toEqual([]);
    expect(toOf(c25, 'organising-unit', [{ key, given: false }])).toEqual([]);
    expect(toOf(c25, 'organising-unit', [{ key, given: true }])).toEqual(['甲校']);
  });
});

describe('an award to a coach that staff grant', () => {
  it('goes to nobody where the entrant has none', () => {
    const toCoach = c24.awards.map((award) =>
      award.code === 'level-certificate' ? { ...award, to: 'coach' as const } : award,
    );
    const first = finalists.map((one) => (one.rank === 1 ? { ...one, coach: null } : one));
    const yes = ['1', '2'].map((entrant) => ({ key: entrantKey('level-certificate', entrant), given: true }));
    const { lines } = answeredAwards({ ...c24, awards: toCoach }, first, yes);
    expect(lines.flatMap(({ award, to }) => (award === 'level-certificate' ? [to] : []))).toEqual([
      { kind: 'coach', name: '王教练' },
    ]);
  });
});

describe('units that were written in several ways', () => {
  it.each([
    ['北京甲安防有限公司', '北京市甲安防有限责任公司', true],
    ['甲（北京）科技有限公司', '甲(北京) 科技有限公司', true],
    ['ＡＢＣ公司', 'abc公司', true],
    ['北京甲安防有限公司', '北京乙安防有限公司', false],
    ['甲公司', '甲公司第一分公司', false],
  ])('%s and %s are alike: %s', (a, b, alike) => {
    expect(unitNameKey(a) === unitNameKey(b)).toBe(alike);
  });

  it('are proposed, the most written first; a name alone is no proposal', () => {
    const written = (name: string, entrants: number) => ({ name, kind: null, entrants });
    expect(
      proposedJoins([written('甲 公司', 2), written('乙公司', 9), written('甲公司', 5)]).map((names) =>
        names.map(({ name }) => name),
      ),
    ).toEqual([['甲公司', '甲 公司']]);
  });
});

describe('the last day of a protest', () => {
  const window = (count: number, unit: 'days' | 'workdays') => ({ window: { count, unit, source: { assumed: '…' } } });
  it.each([
    // a Friday; the Sunday after it is worked for the National Day
    ['2025-09-26', 2, 'workdays', '2025-09-29'],
    ['2025-09-26', 2, 'days', '2025-09-28'],
    ['2025-07-28', 2, 'workdays', '2025-07-30'],
  ] as const)('published on %s, %i %s: %s', (published, count, unit, until) => {
    expect(protestUntil(window(count, unit), localDate(published), ANNOUNCED_YEARS)).toEqual({
      ok: true,
      value: until,
    });
  });

  it('cannot be told while the days off of a year are not announced', () => {
    expect(protestUntil(window(2, 'workdays'), localDate('2027-03-01'), ANNOUNCED_YEARS).ok).toBe(false);
  });
});
