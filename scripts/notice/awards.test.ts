import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { C24, C25, asked, openFolder } from './competition.testing';

const folder = await openFolder();
afterAll(() => folder.stop());

const Problems = z.object({
  problems: z.array(z.object({ path: z.string(), line: z.nullable(z.number()), code: z.string() })),
});
const HEADER = 'entrant,unit,unitKind,coach,unionCard,takingPart,reached,rank';
const awards = async (lines: readonly string[], id = C25, header = HEADER) =>
  asked('awards', id, '--ranking', await folder.file('ranking.csv', [header, ...lines].join('\n')));
const problems = async (...lines: string[]) => {
  const { exit, answer } = await awards(lines);
  expect(exit).toBe(1);
  return Problems.parse(answer).problems.map(({ code, path, line }) => [code, path, line]);
};

describe('awards', () => {
  it('of C25, each with its recipient, amount and clause', async () => {
    expect(await awards(['001,甲公司,company,,yes,yes,final,1', '2,,,,no,yes,semi-final,', '3,,,,no,no,,'])).toEqual({
      exit: 0,
      answer: {
        awards: [
          { award: 'labour-medal', to: 'entrant:001', fen: null, clause: '四（一）1' },
          { award: 'technical-expert', to: 'entrant:001', fen: null, clause: '四（一）2' },
          { award: 'talent-pool', to: 'entrant:001', fen: null, clause: '四（一）2' },
          { award: 'free-training', to: 'entrant:001', fen: null, clause: '四（一）2' },
          { award: 'union-subsidy-first', to: 'entrant:001', fen: 200000, clause: '四（一）3' },
          { award: 'city-policy', to: 'entrant:001', fen: null, clause: '四（一）4' },
          { award: 'city-policy', to: 'unit:甲公司', fen: null, clause: '四（一）4' },
          { award: 'prize-first', to: 'entrant:001', fen: 600000, clause: '四（二）1' },
          { award: 'finalists', to: 'entrant:001', fen: null, clause: '四（二）2' },
          { award: 'training-certificate', to: 'entrant:001', fen: null, clause: '四（二）4' },
          { award: 'training-certificate', to: 'entrant:2', fen: null, clause: '四（二）4' },
        ],
        forStaff: [],
      },
    });
  });

  it('of C24, with coach and unit of the first, and what staff decide', async () => {
    expect(await awards(['1,甲校,school,王教练,no,yes,final,1'], C24)).toMatchObject({
      exit: 0,
      answer: {
        awards: expect.arrayContaining([
          { award: 'coach-award', to: 'coach:王教练', fen: null, clause: '四（一）3' },
          { award: 'unit-award', to: 'unit:甲校', fen: null, clause: '四（一）3' },
        ]),
        forStaff: ['level-certificate', 'named-honours', 'union-plan'],
      },
    });
  });

  it('a school at the threshold stands for staff, beside the company that wins', async () => {
    const of = (unit: string, kind: string) =>
      Array.from({ length: 10 }, (_, at) => `${unit}${at},${unit},${kind},,no,yes,preliminary,`);
    expect((await awards([...of('甲校', 'school'), ...of('乙', 'company')])).answer).toEqual({
      awards: [{ award: 'organising-unit', to: 'unit:乙', fen: null, clause: '四（二）3' }],
      forStaff: ['organising-unit'],
    });
  });

  it('ranks stand once in each group', async () => {
    const lines = ['1,,,,no,yes,final,1,a', '2,,,,no,yes,final,1,b'];
    expect((await awards(lines, C25, `${HEADER},group`)).answer).toMatchObject({
      awards: expect.arrayContaining([
        { award: 'prize-first', to: 'entrant:1', fen: 600000, clause: '四（二）1' },
        { award: 'prize-first', to: 'entrant:2', fen: 600000, clause: '四（二）1' },
      ]),
    });
  });
});

describe('awards refuse', () => {
  it.each([
    ['unit-kind-unknown', 'unitKind', '1,甲,firm,,no,yes,final,'],
    ['unit-kind-unknown', 'unitKind', '1,甲,,,no,yes,final,'],
    ['unit-kind-differs', 'unitKind', '1,乙,school,,no,yes,final,'],
    ['union-card-unknown', 'unionCard', '1,甲,company,,,yes,final,'],
    ['taking-part-unknown', 'takingPart', '1,甲,company,,no,1,final,'],
    ['stage-unknown', 'reached', '1,甲,company,,no,yes,heats,'],
    ['rank-not-a-number', 'rank', '1,甲,company,,no,yes,final,first'],
    ['rank-not-a-number', 'rank', '1,甲,company,,no,yes,final,0'],
    ['rank-not-a-number', 'rank', '1,甲,company,,no,yes,final,1.5'],
    ['rank-twice', 'rank', '1,甲,company,,no,yes,final,1'],
    ['rank-without-final', 'rank', '1,甲,company,,no,yes,semi-final,2'],
    ['rank-without-final', 'rank', '1,甲,company,,no,yes,,2'],
    ['absent-yet-advanced', 'takingPart', '1,甲,company,,no,no,semi-final,'],
    ['entrant-twice', 'entrant', '0,甲,company,,no,yes,final,'],
    ['entrant-missing', 'entrant', ',甲,company,,no,yes,final,'],
  ])('%s in %s: %s', async (code, path, line) => {
    expect(await problems('0,乙,company,,no,yes,final,1', line)).toEqual([[code, path, 3]]);
  });

  it('a file without a column', async () => {
    const { exit, answer } = await awards(['1,甲'], C25, 'entrant,unit');
    expect([exit, Problems.parse(answer).problems.map(({ code }) => code)]).toEqual([
      1,
      Array.from({ length: 6 }, () => 'column-missing'),
    ]);
  });
});
