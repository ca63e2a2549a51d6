import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  ABSENT,
  ALL,
  C24_AWARDS,
  C24_FOR_STAFF,
  C25_AWARDS,
  C25_FOR_STAFF,
  COACHES,
  DECISIONS,
  DISQUALIFIED,
  FINALISTS,
  FINAL_DECISION,
  FINAL_TIE,
  LINE,
  PUBLISHED,
  SEMI_FINALISTS,
  TIES,
  TOP_TEN,
  UNITS,
  WITHOUT_UNION_CARD,
  marksOf,
} from './competition-table.testing';
import { C24, C25, asked, openFolder } from './competition.testing';

const folder = await openFolder();
afterAll(() => folder.stop());

const Ranking = z.object({
  ranked: z.array(
    z.object({ entrant: z.string(), rank: z.nullable(z.number()), total: z.string(), advances: z.boolean() }),
  ),
  advancing: z.array(z.string()),
  undecidedTies: z.array(z.array(z.string())),
});
const Awards = z.object({
  awards: z.array(
    z.object({ award: z.string(), to: z.string(), fen: z.nullable(z.number()), clause: z.nullable(z.string()) }),
  ),
  forStaff: z.array(z.string()),
});

type Stage = 'preliminary' | 'semi-final' | 'final';
type Row = readonly [entrant: string, status: 'present' | 'absent' | 'disqualified', missing?: string];

async function rank(id: string, stage: Stage, rows: readonly Row[], decisions: unknown = []) {
  const lines = rows.map(([entrant, status, missing = '']) => {
    const [theory = '', skill = ''] =
      status === 'absent' ? [] : marksOf(stage, entrant).map((mark) => (mark / 100).toFixed(2));
    return [entrant, missing.includes('t') ? '' : theory, missing.includes('s') ? '' : skill, status].join(',');
  });
  const { exit, answer } = await asked(
    'rank',
    id,
    '--stage',
    stage,
    '--scores',
    await folder.file('scores.csv', ['entrant,theory,skill,status', ...lines].join('\n')),
    '--decisions',
    await folder.file('decisions.json', JSON.stringify(decisions)),
  );
  const ranking = Ranking.parse(answer);
  const byRank = ranking.ranked.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ entrant }) => entrant);
  return { ...ranking, exit, byRank, at: (entrant: string) => ranking.ranked.find((one) => one.entrant === entrant) };
}

const MISSING: Readonly<Record<string, string>> = { '077': 's', '177': 't', '277': 'ts' };
const preliminary = ALL.map((entrant): Row => [
  entrant,
  ABSENT.includes(entrant) ? 'absent' : DISQUALIFIED.includes(entrant) ? 'disqualified' : 'present',
  MISSING[entrant],
]);
const semiFinal = SEMI_FINALISTS.map((entrant): Row => [
  entrant,
  ['050', '051', '052', '053'].includes(entrant) ? 'absent' : 'present',
]);
const final = (...gone: string[]) =>
  FINALISTS.map((entrant): Row => [
    entrant,
    entrant === '034' ? 'absent' : gone.includes(entrant) ? 'disqualified' : 'present',
  ]);

/** To whom each award goes, in one order. */
const sorted = (table: typeof C25_AWARDS) =>
  Object.fromEntries(Object.entries(table).map(([award, [to, fen]]) => [award, [to.toSorted(), fen]]));

describe.each([
  ['C25', C25, C25_AWARDS, C25_FOR_STAFF],
  ['C24', C24, C24_AWARDS, C24_FOR_STAFF],
] as const)('412 entrants from 37 units in %s', (_, notice, wanted, wantedForStaff) => {
  it('the preliminary waits for the jury, inside and on the line', async () => {
    const ranking = await rank(notice, 'preliminary', preliminary);
    expect([ranking.exit, ranking.ranked.length, ranking.undecidedTies]).toEqual([1, 387, TIES]);
    expect(ranking.advancing).toHaveLength(LINE.advance - 1);
    expect(ranking.at('030')).toMatchObject({ rank: null, advances: true });
    expect(ranking.at('124')).toMatchObject({ rank: null, advances: false, total: LINE.total });
    expect([ranking.at('010')?.rank, ranking.at('011')?.rank]).toEqual([11, 10]);
  });

  it('then 116 go on', async () => {
    const ranking = await rank(notice, 'preliminary', preliminary, DECISIONS);
    expect(ranking.exit).toBe(0);
    expect(ranking.advancing.toSorted()).toEqual(SEMI_FINALISTS);
    expect(ranking.at(ranking.advancing.at(-1) ?? '')).toEqual({
      entrant: '125',
      rank: LINE.advance,
      total: LINE.total,
      advances: true,
    });
    expect([ranking.at('031')?.rank, ranking.at('030')?.rank, ranking.at('412')?.rank]).toEqual([29, 30, 387]);
  });

  it('then 34', async () => {
    const ranking = await rank(notice, 'semi-final', semiFinal);
    expect([ranking.exit, ranking.ranked.length]).toEqual([0, 112]);
    expect(ranking.advancing).toEqual(FINALISTS);
    expect(ranking.at('035')).toMatchObject({ rank: 34, total: '88.50' });
  });

  it('the final waits for the jury, and closes up when the fourth is disqualified', async () => {
    const open = await rank(notice, 'final', final());
    expect([open.exit, open.undecidedTies, open.advancing]).toEqual([1, [FINAL_TIE], []]);
    const published = await rank(notice, 'final', final(), FINAL_DECISION);
    expect([published.exit, published.byRank.slice(0, 10)]).toEqual([0, PUBLISHED]);
    const after = await rank(notice, 'final', final('004'), FINAL_DECISION);
    expect([after.exit, after.byRank.slice(0, 10), after.ranked.length]).toEqual([0, TOP_TEN, 32]);
  });

  it('every award is that of the table', async () => {
    const { byRank } = await rank(notice, 'final', final('004'), FINAL_DECISION);
    const rows = ALL.map((entrant) => {
      const [unit = '', kind = ''] = UNITS.find(([, , people]) => people.includes(entrant)) ?? [];
      const reached = FINALISTS.includes(entrant)
        ? 'final'
        : SEMI_FINALISTS.includes(entrant)
          ? 'semi-final'
          : 'preliminary';
      const rank = byRank.indexOf(entrant) + 1;
      return [
        entrant,
        unit,
        kind,
        COACHES[entrant] ?? '',
        WITHOUT_UNION_CARD.includes(entrant) ? 'no' : 'yes',
        ABSENT.includes(entrant) ? 'no' : 'yes',
        reached,
        rank === 0 ? '' : rank,
      ].join(',');
    });
    const header = 'entrant,unit,unitKind,coach,unionCard,takingPart,reached,rank';
    const file = await folder.file('ranking.csv', [header, ...rows].join('\n'));
    const { exit, answer } = await asked('awards', notice, '--ranking', file);
    const { awards, forStaff } = Awards.parse(answer);
    const given: Record<string, [string[], number | null]> = {};
    for (const { award, to, fen } of awards) (given[award] ??= [[], fen])[0].push(to);
    expect([exit, sorted(given), forStaff]).toEqual([0, sorted(wanted), wantedForStaff]);
    expect(awards.every(({ clause }) => clause?.startsWith('四（'))).toBe(true);
  });
});

it('the table counts 412 people of 37 units, one of no unit', () => {
  expect([UNITS.length, UNITS.flatMap(([, , people]) => people).length]).toEqual([37, 411]);
  expect(new Set(UNITS.flatMap(([, , people]) => people)).size).toBe(411);
  expect([SEMI_FINALISTS.length, FINALISTS.length, ABSENT.length]).toEqual([116, 34, 20]);
});
