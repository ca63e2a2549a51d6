import exceljs, { type CellValue } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readHere } from '../../platform/sheets/read-here.testing';
import { readColumns, readMarks, writeScoreSheet } from './score-sheet';

async function open(bytes: Buffer) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no tab');
  return { book, sheet };
}

describe('the score sheet', () => {
  const subjects = [
    { key: 'theory', name: '理论知识' },
    { key: 'skill', name: '操作技能' },
  ];
  const rows = [
    { ticketNumber: '0612011230001', name: '王一', offering: '保卫管理员 三级/高级工', subjects: ['theory', 'skill'] },
    { ticketNumber: '0612011230002', name: '李二', offering: '保卫管理员 三级/高级工', subjects: ['skill'] },
    { ticketNumber: '0612011230003', name: '孙三', offering: '保卫管理员 三级/高级工', subjects: ['theory', 'skill'] },
  ];
  const readScores = async (bytes: Buffer) => {
    const sheet = await readHere(bytes, { columns: readColumns(subjects) });
    if (!sheet.ok) throw new Error(sheet.error);
    const marks = readMarks(sheet.value.rows, subjects);
    return { rows: marks.rows, problems: [...sheet.value.problems, ...marks.problems] };
  };
  const filled = async (cells: Record<string, CellValue>) => {
    const { book, sheet } = await open(await writeScoreSheet({ title: '2026年12月批次成绩', subjects, rows }));
    for (const [at, value] of Object.entries(cells)) sheet.getCell(at).value = value;
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  it('gives marks, absence and what is still empty by ticket number', async () => {
    const read = await readScores(await filled({ D5: 60, E5: '８６．５', E6: '缺考', D7: 59.99 }));
    expect(read.problems).toEqual([]);
    expect(read.rows.map(({ row, ticketNumber, marks }) => [row, ticketNumber, [...marks]])).toEqual([
      [
        5,
        '0612011230001',
        [
          ['theory', 6000],
          ['skill', 8650],
        ],
      ],
      [6, '0612011230002', [['skill', 'absent']]],
      [
        7,
        '0612011230003',
        [
          ['theory', 5999],
          ['skill', null],
        ],
      ],
    ]);
  });

  it('refuses marks that are none and a ticket that is there twice', async () => {
    const read = await readScores(await filled({ D5: 100.01, E5: 100, E6: '不及格', D7: 60.005, A7: '0612011230001' }));
    expect(read.problems).toEqual([
      { row: 5, column: '理论知识', code: 'not-a-score', value: '100.01' },
      { row: 6, column: '操作技能', code: 'not-a-score', value: '不及格' },
      { row: 7, column: '准考证号', code: 'ticket-twice', value: '0612011230001' },
      { row: 7, column: '理论知识', code: 'not-a-score', value: '60.005' },
    ]);
  });

  it('takes a sheet of one subject, and wants one at the least', async () => {
    const theoryOnly = await writeScoreSheet({ title: '成绩', subjects: subjects.slice(0, 1), rows });
    const read = await readScores(theoryOnly);
    expect(read.problems).toEqual([]);
    expect(read.rows.map(({ marks }) => [marks.get('theory') ?? null, marks.get('skill') ?? null])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    const single = await readHere(await writeScoreSheet({ title: '成绩', subjects: [], rows }), {
      columns: readColumns(subjects.slice(0, 1)),
    });
    expect(single.ok && single.value.problems).toEqual([
      { row: 4, column: '理论知识', code: 'column-missing', value: null },
    ]);
  });
});
