import { describe, expect, it } from 'vitest';
import { readHere } from '../../platform/sheets/read-here.testing';
import { readColumns, readMarks } from './score-sheet';
import { judgeSheet } from './score-sheet.policy';

const ROWS = 10_000;
const subjects = [
  { key: 'theory', name: '理论知识' },
  { key: 'skill', name: '操作技能' },
];
const ticketOf = (at: number): string => `20261212${String(at).padStart(6, '0')}`;
/** One mistake of each kind, in the row it stands in; the header is row 1. */
const MISTAKES: Readonly<Record<number, readonly [cells: readonly string[], column: string, code: string]>> = {
  17: [[ticketOf(17), '考生', '101', '60'], '理论知识', 'not-a-score'],
  1_234: [[ticketOf(1_234), '考生', '60', '59.999'], '操作技能', 'not-a-score'],
  2_500: [['20261212999999', '考生', '60', '60'], '准考证号', 'ticket-unknown'],
  5_001: [[ticketOf(5_000), '考生', '60', '60'], '准考证号', 'ticket-twice'],
  7_777: [[ticketOf(7_777), '别人', '60', '60'], '姓名', 'name-mismatch'],
  9_000: [[ticketOf(9_000), '考生', '免考', '60'], '理论知识', 'no-kept-pass'],
  9_500: [[ticketOf(9_500), '考生', '70', '60'], '理论知识', 'absent-at-door'],
  9_999: [[ticketOf(9_999), '考生', '', '及格'], '操作技能', 'not-a-score'],
};

describe('a score sheet of 10,000 rows with every mistake', () => {
  it('names each at its cell, and nothing else', async () => {
    const lines = ['准考证号,姓名,理论知识,操作技能'];
    for (let at = 1; at <= ROWS; at += 1)
      lines.push((MISTAKES[at]?.[0] ?? [ticketOf(at), '考生', '66.5', '缺考']).join(','));
    const read = await readHere(Buffer.from(lines.join('\n'), 'utf8'), { columns: readColumns(subjects) });
    if (!read.ok) throw new Error(read.error);
    expect(read.value.rows).toHaveLength(ROWS);
    const marks = readMarks(read.value.rows, subjects);
    const examinees = Array.from({ length: ROWS }, (_, at) => ({
      participantId: `p${at + 1}`,
      ticketNumber: ticketOf(at + 1),
      name: '考生',
      subjects: ['theory', 'skill'] as const,
      publishedOn: null,
    }));
    const given = { examinees, current: [], absent: new Set(['p9500:theory']), kept: new Set<string>() };
    const judged = judgeSheet(marks.rows, given);
    const found = [...read.value.problems, ...marks.problems, ...judged.problems]
      .map(({ row, column, code }) => [row, column, code])
      .toSorted(([a], [b]) => Number(a) - Number(b));
    expect(found).toEqual(Object.entries(MISTAKES).map(([at, [, column, code]]) => [Number(at) + 1, column, code]));
  });
});
