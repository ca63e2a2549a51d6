import type { UnitKind } from '@jikaotong/shared/notice';

/*
 * A competition of 412 entrants from 37 units, and what comes of it, worked by hand.
 *
 * Preliminary: entrant n has 99.00 − 0.20·n in both parts, so that whoever has the smaller number is better.
 *   Absent: every 20th (20). Disqualified: 055, 155. One part missing: 077, 177; both: 277. Scored: 412 − 20 − 2 − 3 = 387.
 *   30 % of 387 = 116.1 → 116. Below 124 lack a rank: 020 040 060 080 100 120, 055, 077, so 124 would be 116th.
 *   125 has the marks of 124: a full tie on the line, at 74.20. 031 has those of 030: a full tie inside (29th, 30th).
 *   011 has 96.30 and 97.30: 0.3·96.30 + 0.7·97.30 = 97.00, the total of 010, and more skill: 011 is 10th, 010 is 11th.
 * Semi-final: 99.00 − 0.30·n; 050–053 do not come: 112 scored, 33.6 → 34: 001–035 without 020. Line: 99.00 − 10.50 = 88.50.
 * Final: 90.00 − n, but 003 has 95 and 002 the 89 of 001: a full tie for the second and third place. 034 does not come.
 * After publication 004, the fourth, is disqualified: everybody below moves up by one.
 */

export const id = (n: number): string => String(n).padStart(3, '0');
const ids = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => id(from + at));
export const ALL = ids(1, 412);

export const ABSENT = ALL.filter((entrant) => Number(entrant) % 20 === 0);
export const DISQUALIFIED = ['055', '155'];
export const LINE = { total: '74.20', advance: 116 };
export const TIES = [
  ['030', '031'],
  ['124', '125'],
];
export const DECISIONS = [
  { order: ['125', '124'], reason: '评委组决定：125 技能操作用时较短' },
  { order: ['031', '030'], reason: '评委组决定：031 技能操作用时较短' },
];

const ended =
  (...gone: string[]) =>
  (entrant: string) =>
    !gone.includes(entrant);
/** 123 numbers without the 8 that lack a rank, and 125 by the jury's decision. */
export const SEMI_FINALISTS = [
  ...ids(1, 123).filter(ended('020', '040', '060', '080', '100', '120', '055', '077')),
  '125',
];
export const FINALISTS = ids(1, 35).filter(ended('020'));

export const FINAL_TIE = ['001', '002'];
export const FINAL_DECISION = [{ order: ['002', '001'], reason: '评委组决定：002 加赛成绩较高' }];
export const PUBLISHED = ['003', '002', '001', '004', '005', '006', '007', '008', '009', '010'];
export const TOP_TEN = ['003', '002', '001', '005', '006', '007', '008', '009', '010', '011'];

/** What the marks of a stage are, in hundredths. */
export function marksOf(stage: 'preliminary' | 'semi-final' | 'final', entrant: string): readonly [number, number] {
  const n = Number(entrant);
  if (stage === 'preliminary') {
    if (entrant === '011') return [9630, 9730];
    const like = entrant === '125' ? 124 : entrant === '031' ? 30 : n;
    return [9900 - 20 * like, 9900 - 20 * like];
  }
  if (stage === 'semi-final') return [9900 - 30 * n, 9900 - 30 * n];
  const mark = entrant === '003' ? 9500 : entrant === '002' ? 8900 : 9000 - 100 * n;
  return [mark, mark];
}

/** Each unit with its kind and people; 002 has none. */
export const UNITS: readonly (readonly [name: string, kind: UnitKind, people: readonly string[]])[] = [
  ['U01', 'company', ['003', '009', ...ids(13, 40)]],
  ['U02', 'company', ['008', ...ids(41, 50)]], // 11
  ['U03', 'institution', ['007', ...ids(51, 59)]], // exactly 10
  ['U04', 'company', ['001', ...ids(60, 64)]], // 6, of whom 060 is absent: exactly 5 take part
  ['U05', 'company', ['005', ...ids(65, 67)]], // 4
  ['U06', 'company', ['012', ...ids(68, 72)]], // 6, none in the top ten
  ['U07', 'school', ['006', ...ids(73, 83)]], // 12, of whom 080 is absent
  ['U08', 'government', ['010', ...ids(84, 91)]], // 9
  ['U09', 'social-organisation', ['011', ...ids(92, 100)]], // 10, of whom 100 is absent
  ['U10', 'training-body', ['004', ...ids(101, 102)]],
  // eleven each
  ...Array.from({ length: 26 }, (_, at): readonly [string, UnitKind, string[]] => [
    `U${11 + at}`,
    at === 25 ? 'institution' : 'company',
    ids(103 + 11 * at, 113 + 11 * at),
  ]),
  ['U37', 'government', ids(389, 412)], // 24, of whom 400 is absent
];
export const COACHES: Readonly<Record<string, string>> = { '003': '王教练', '001': '李教练' };
/** The winner is one of them. */
export const WITHOUT_UNION_CARD = ['003', '008', '011'];

const entrants = (list: readonly string[]) => list.map((entrant) => `entrant:${entrant}`);
const units = (...numbers: number[]) => numbers.map((number) => `unit:U${String(number).padStart(2, '0')}`);

/** C25 四, award by award: to whom, and fen each. */
export const C25_AWARDS: Readonly<Record<string, readonly [to: readonly string[], fen: number | null]>> = {
  'labour-medal': [entrants(['003']), null],
  'technical-expert': [entrants(['003', '002', '001']), null],
  'talent-pool': [entrants(TOP_TEN), null],
  'free-training': [entrants(TOP_TEN), null],
  // nobody has union-subsidy-first: 003 has no card; of the second to tenth 008 and 011 have none
  'union-subsidy': [entrants(['002', '001', '005', '006', '007', '009', '010']), 100_000],
  // the units are those of 003 and 009, 008, 001, 005; school, institution, government and association: staff
  'city-policy': [[...entrants(TOP_TEN), ...units(1, 2, 4, 5)], null],
  'prize-first': [entrants(['003']), 600_000],
  'prize-second': [entrants(['002', '001', '005', '006', '007']), 300_000],
  'prize-seventh': [entrants(['008', '009', '010', '011']), 100_000],
  finalists: [entrants(FINALISTS), null],
  // ten registered or more: 30, 11, 10, twenty-six of eleven, 24; U08 has 9; U07 and U09: staff
  'organising-unit': [
    units(
      1,
      2,
      3,
      11,
      12,
      13,
      14,
      15,
      16,
      17,
      18,
      19,
      20,
      21,
      22,
      23,
      24,
      25,
      26,
      27,
      28,
      29,
      30,
      31,
      32,
      33,
      34,
      35,
      36,
      37,
    ),
    null,
  ],
  'training-certificate': [entrants(SEMI_FINALISTS), null],
};
export const C25_FOR_STAFF = ['city-policy', 'organising-unit'];

/** C24 四. */
export const C24_AWARDS: typeof C25_AWARDS = {
  'gold-medal': [entrants(['003']), null],
  'silver-medal': [entrants(['002']), null],
  'bronze-medal': [entrants(['001']), null],
  'award-certificate': [entrants(TOP_TEN), null],
  'coach-award': [['coach:王教练'], null],
  'unit-award': [units(1), null],
  'prize-first': [entrants(['003']), 600_000],
  'prize-second': [entrants(['002', '001', '005', '006', '007']), 300_000],
  'prize-seventh': [entrants(['008', '009', '010', '011']), 100_000],
  finalists: [entrants(FINALISTS), null],
  // companies of five or more taking part with one in the top ten: 28, 11, 5; U05 has 4, U06 none so high
  'technical-team': [units(1, 2, 4), null],
  // more than ten taking part: 28, 11, 11 (U07), those of U11–U36 that nobody of is absent, 23; U03 has 10, U09 9
  'organising-unit': [units(1, 2, 7, 11, 13, 15, 17, 20, 22, 24, 26, 29, 31, 33, 35, 37), null],
  'national-contest': [entrants(TOP_TEN), null],
};
export const C24_FOR_STAFF = ['level-certificate', 'named-honours', 'union-plan', 'technical-team'];
