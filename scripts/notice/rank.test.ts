import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { C24, C25, asked, openFolder } from './competition.testing';

const folder = await openFolder();
afterAll(() => folder.stop());

const Problems = z.object({
  problems: z.array(
    z.object({ path: z.string(), line: z.nullable(z.number()), code: z.string(), message: z.string() }),
  ),
});

const HEADER = 'entrant,theory,skill,status';
const rank = async (scores: string | Uint8Array, decisions?: string, id = C25, stage = 'preliminary') => {
  const more = decisions === undefined ? [] : ['--decisions', await folder.file('decisions.json', decisions)];
  return asked('rank', id, '--stage', stage, '--scores', await folder.file('scores.csv', scores), ...more);
};
const problems = async (...given: Parameters<typeof rank>) => {
  const { exit, answer } = await rank(...given);
  expect(exit).toBe(1);
  return Problems.parse(answer).problems.map(({ code, path, line }) => [code, path, line]);
};
const rows = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');
const three = rows('001,94,81,present', '7,80,80,present', '12,80,80,present', '9,,,absent', '4,70,70.55,present');

describe('rank', () => {
  it.each([C25, C24])('prints unique ranks, exact totals and who advances in %s', async (id) => {
    const decisions = '[{"order":["12","7"],"reason":"加赛"}]';
    expect(await rank(three, decisions, id)).toEqual({
      exit: 0,
      answer: {
        ranked: [
          { entrant: '001', rank: 1, total: '84.90', advances: true },
          { entrant: '12', rank: 2, total: '80.00', advances: false },
          { entrant: '7', rank: 3, total: '80.00', advances: false },
          { entrant: '4', rank: 4, total: '70.385', advances: false },
        ],
        advancing: ['001'],
        undecidedTies: [],
      },
    });
  });

  it('exits with 1 while a full tie has no decision, and names who advances under every decision', async () => {
    expect(await rank(three)).toEqual({
      exit: 1,
      answer: {
        ranked: [
          { entrant: '001', rank: 1, total: '84.90', advances: true },
          { entrant: '7', rank: null, total: '80.00', advances: false },
          { entrant: '12', rank: null, total: '80.00', advances: false },
          { entrant: '4', rank: 4, total: '70.385', advances: false },
        ],
        advancing: ['001'],
        undecidedTies: [['7', '12']],
      },
    });
    // two of five go on, whoever of them is first
    const inside = rows('1,90,90,present', '2,90,90,present', '3,80,80,present', '4,70,70,present', '5,60,60,present');
    expect(await rank(inside)).toMatchObject({
      exit: 1,
      answer: { advancing: ['1', '2'], undecidedTies: [['1', '2']] },
    });
  });

  it('counts each group by itself', async () => {
    const groups = [
      `${HEADER},group`,
      ...['1', '2', '3', '4'].map((id) => `${id},9${id},90,present,${Number(id) % 2 ? 'a' : 'b'}`),
    ];
    expect((await rank(groups.join('\n'))).answer).toMatchObject({
      ranked: [
        { entrant: '3', rank: 1, advances: true },
        { entrant: '1', rank: 2, advances: false },
        { entrant: '4', rank: 1, advances: true },
        { entrant: '2', rank: 2, advances: false },
      ],
      advancing: ['3', '4'],
    });
  });

  it('has nobody advance from the final', async () => {
    expect((await rank(rows('1,90,90,present', '2,80,80,present'), undefined, C25, 'final')).answer).toMatchObject({
      advancing: [],
    });
  });

  it.each([
    ['a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['CR LF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['marks in full width', (text: string) => Buffer.from(text.replaceAll(',90', ',９０'))],
    ['quoted cells', (text: string) => Buffer.from(text.replaceAll(/[^,\n]+/g, '"$&"'))],
    ['empty lines', (text: string) => Buffer.from(`${text}\n,,,\n\n`)],
    [
      'columns in another order',
      (text: string) =>
        Buffer.from(
          text
            .split('\n')
            .map((line) => line.split(',').toReversed().join(','))
            .join('\n'),
        ),
    ],
  ])('reads a file with %s', async (_, written) => {
    expect(await rank(written(three))).toEqual(await rank(three));
  });

  it('reads GB18030 as Chinese Excel writes it', async () => {
    // 选手1
    const name = Buffer.from([0xd1, 0xa1, 0xca, 0xd6, 0x31]);
    const file = Buffer.concat([Buffer.from(`${HEADER}\r\n`), name, Buffer.from(',90,90,present\r\n')]);
    expect((await rank(file)).answer).toMatchObject({ ranked: [{ entrant: '选手1', rank: 1 }] });
  });
});

describe('rank refuses', () => {
  it.each([
    ['mark-not-a-number', 'theory', '1,abc,90,present'],
    ['mark-not-a-number', 'theory', '1,1e1,90,present'],
    ['mark-not-a-number', 'skill', '1,90,缺考,absent'],
    ['mark-out-of-range', 'skill', '1,90,100.01,present'],
    ['mark-out-of-range', 'skill', '1,90,-1,present'],
    ['mark-too-fine', 'skill', '1,90,80.005,present'],
    ['status-unknown', 'status', '1,90,80,'],
    ['status-unknown', 'status', '1,90,80,Present'],
    ['entrant-missing', 'entrant', ',90,80,present'],
    ['entrant-twice', 'entrant', '0,90,80,present'],
    ['cells-too-few', '', '1,90,80'],
    ['cells-too-many', '', '1,90,80,present,a'],
    ['csv-invalid', '', '1,90,8"0,present'],
  ])('%s in %s: %s', async (code, path, line) => {
    expect(await problems(rows('0,90,90,present', line))).toEqual([[code, path, 3]]);
  });

  it.each([
    ['column-missing', 'status', 'entrant,theory,skill\n1,90,90'],
    ['column-unknown', 'points', `${HEADER},points\n1,90,90,present,3`],
    ['column-unknown', 'Entrant', `${HEADER},Entrant\n1,90,90,present,1`],
    ['column-twice', 'skill', `${HEADER},skill\n1,90,90,present,90`],
    ['rows-missing', '', `${HEADER}\n`],
    ['csv-invalid', '', `${HEADER},"open\n1,2,3`],
  ])('%s %s', async (code, path, text) => {
    expect(await problems(text)).toEqual([[code, path, expect.any(Number)]]);
  });

  it('a file that says nothing, is no text or is not there', async () => {
    expect(await problems('')).toEqual([['file-empty', '--scores', null]]);
    expect(await problems(Buffer.from(`\uFEFF${three}`, 'utf16le'))).toEqual([['encoding-unknown', '--scores', null]]);
    expect(await problems(Buffer.from([0x65, 0xff, 0xff]))).toEqual([['encoding-unknown', '--scores', null]]);
    expect(await asked('rank', C25, '--stage', 'final', '--scores', 'no-such.csv')).toMatchObject({
      exit: 1,
      answer: { problems: [{ code: 'file-not-found', path: '--scores' }] },
    });
  });

  it('names the line of a row after a cell of two lines', async () => {
    const text = rows('"a\nb",90,90,present', '2,90,abc,present').replaceAll('\n', '\r\n');
    expect(await problems(text)).toEqual([['mark-not-a-number', 'skill', 4]]);
  });

  it('a group that is missing beside others', async () => {
    expect(await problems(`${HEADER},group\n1,90,90,present,\n2,90,90,present,a`)).toEqual([
      ['group-missing', 'group', 2],
    ]);
  });

  it('a stage or notice that is not there', async () => {
    const scores = await folder.file('scores.csv', three);
    const codes = async (...args: string[]) =>
      Problems.parse((await asked('rank', ...args)).answer).problems.map(({ code }) => code);
    expect(await codes(C25, '--stage', 'heats', '--scores', scores)).toEqual(['stage-unknown']);
    expect(await codes(C25, '--scores', scores)).toEqual(['option-missing']);
    expect(await codes(C25, '--stage', 'final')).toEqual(['option-missing']);
    expect(await codes('bspia-2026-certification', '--stage', 'final', '--scores', scores)).toEqual([
      'not-a-competition',
    ]);
    expect(await codes('no-such', '--stage', 'final', '--scores', scores)).toEqual(['file-not-found']);
  });

  it.each([
    ['decision-entrant-unknown', '[{"order":["7","99"],"reason":"加赛"}]'],
    ['decision-entrant-not-tied', '[{"order":["7","001"],"reason":"加赛"}]'],
    ['decision-entrant-not-tied', '[{"order":["9","7","12"],"reason":"加赛"}]'],
    ['decision-part-of-tie', '[{"order":["7"],"reason":"加赛"}]'],
    ['decision-entrant-twice', '[{"order":["7","12","7"],"reason":"加赛"}]'],
    ['decision-twice', '[{"order":["7","12"],"reason":"加赛"},{"order":["12","7"],"reason":"加赛"}]'],
    ['says-nothing', '[{"order":["7","12"],"reason":" "}]'],
    ['missing', '[{"order":["7","12"]}]'],
    ['invalid-type', '[{"order":["7",12],"reason":"加赛"}]'],
    ['too-small', '[{"order":[],"reason":"加赛"}]'],
    ['invalid-type', '{"order":["7","12"],"reason":"加赛"}'],
    ['json-invalid', '[{"order":["7","12"]'],
  ])('a decision: %s', async (code, decisions) => {
    expect((await problems(three, decisions)).map(([told]) => told)).toEqual([code]);
  });
});
