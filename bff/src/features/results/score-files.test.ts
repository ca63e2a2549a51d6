import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHere } from '../../platform/sheets/read-here.testing';
import { type ScoreRow, readColumns, readMarks } from './score-sheet';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../test/fixtures/${name}`, import.meta.url));
const subjects = [
  { key: 'theory', name: '理论知识' },
  { key: 'skill', name: '操作技能' },
];
const marksOf = (rows: readonly ScoreRow[]) =>
  Object.fromEntries(rows.map(({ row, marks }) => [row, [marks.get('theory'), marks.get('skill')]]));
const TWELVE = {
  5: [6600, 6700],
  6: [6700, 6800],
  7: [6800, 6900],
  8: [6900, 7000],
  9: [7000, 7100],
  10: [7100, 7200],
};
const scores = async (name: string) => {
  const sheet = await readHere(fixture(`sheets/${name}.xlsx`), { columns: readColumns(subjects) });
  if (!sheet.ok) return sheet.error;
  const { rows, problems } = readMarks(sheet.value.rows, subjects);
  return { marks: marksOf(rows), names: rows.map((row) => row.name), problems: [...sheet.value.problems, ...problems] };
};

describe('a score sheet as programs of the world write it', () => {
  it.each([
    '00b-exceljs',
    '01-prefixed-x',
    '03-formatted-row-30000',
    '11-notes-sheet-first',
    '14-comment-chart-table-names',
    '15-1904',
    '23-escapes',
    '30-comment',
    '39-chartsheet',
    '54-comment-as-excel',
    '60-dv-2cols',
    '61-dv-10cols',
    '64-merge-1col',
  ])('%s holds twelve marks, each in its row, and every name whole', async (name) => {
    const read = await scores(name);
    expect(read).toMatchObject({ marks: TWELVE, problems: [] });
    expect(typeof read === 'string' ? [] : read.names).toEqual([
      '张伟',
      '赵𬱖',
      '艾力·买买提',
      '李娜',
      '王芳',
      '欧阳晓燕',
    ]);
  });

  it('04b: an empty result of a formula is an empty cell', async () => {
    expect(await scores('04b-formula-cached-empty')).toMatchObject({
      marks: { ...TWELVE, 5: [null, 6700], 6: [6800, 6800] },
      problems: [],
    });
  });

  it('05: numbers kept as text are read, what is no mark is refused at its cell', async () => {
    const read = await scores('05-text-numbers');
    expect(read).toMatchObject({
      marks: { 5: [6600, 7250], 6: [6700, 7300], 7: [6800, 74], 8: [6900, undefined] },
      problems: [
        { row: 8, column: '操作技能', code: 'not-a-score', value: '75%' },
        { row: 9, column: '理论知识', code: 'not-a-score', value: '70分' },
        { row: 9, column: '操作技能', code: 'not-a-score', value: '76,5' },
        { row: 10, column: '操作技能', code: 'not-a-score', value: '八十' },
      ],
    });
  });

  it('08: a row that is filtered away is not taken unseen; a hidden column that is only compared may be', async () => {
    const { 7: _, ...others } = TWELVE;
    expect(await scores('08-hidden-filter')).toMatchObject({
      marks: others,
      problems: [{ row: 7, column: null, code: 'row-hidden', value: null }],
    });
  });

  it('09: nobody gets the mark of the merged cell above', async () => {
    const read = await scores('09-merged-scores');
    expect(read).toMatchObject({
      marks: { 5: [6600, 6700], 7: [6800, 6900] },
      problems: [{ row: 6, column: '理论知识', code: 'merged-cell', value: null }],
    });
    expect(typeof read === 'string' ? null : read.marks[6]).toBeUndefined();
  });

  it('18: an archive without a workbook says so', async () => {
    expect(await scores('18-inline-strings')).toBe('not-a-workbook');
  });

  it('35: 85 % is not 0.85', async () => {
    expect(await scores('35-percent')).toMatchObject({
      problems: [{ row: 5, column: '理论知识', code: 'shown-otherwise', value: '85%' }],
    });
  });

  it('43: a hundred is a mark, minus five and what only programs read is none', async () => {
    const read = await scores('43-number-forms');
    expect(typeof read === 'string' ? read : read.problems.map(({ row, value }) => [row, value])).toEqual([
      [5, '-5'],
      [7, '1e2'],
      [8, '+60'],
      [10, '60.'],
    ]);
  });
});
