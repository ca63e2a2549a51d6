import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readSheet } from '../../platform/sheets';
import { readColumns, readMarks } from './score-sheet';
import { judgeSheet } from './score-sheet.policy';

const subjects = [
  { key: 'theory', name: '理论知识' },
  { key: 'skill', name: '操作技能' },
];

/** A program of its own: judges the score sheet that it is given and prints what it found and the most memory it held, in MB. */
const [file = ''] = process.argv.slice(2);
const read = await readSheet(await readFile(file), { columns: readColumns(subjects) });
if (!read.ok) throw new Error(read.error);
const marks = readMarks(read.value.rows, subjects);
const examinees = read.value.rows.map(({ row }) => ({
  participantId: `p${row}`,
  ticketNumber: `20261212${String(row).padStart(6, '0')}`,
  name: '考生',
  subjects: ['theory', 'skill'] as const,
  publishedOn: null,
}));
const judged = judgeSheet(marks.rows, { examinees, current: [], absent: new Set(), kept: new Set() });
const problems = [...read.value.problems, ...marks.problems, ...judged.problems];
const found = {
  rows: read.value.rows.length,
  changes: judged.changes.length,
  problems: problems.map(({ row, column, code }) => [row, column, code]),
  mostMb: Math.round(mostKb() / 1024),
};
process.stdout.write(JSON.stringify(found));
process.exit(0);

/** The most memory this program held; what Linux counts as a process's own maximum includes its parent's at the fork. */
function mostKb(): number {
  const status = '/proc/self/status';
  const [, own] = existsSync(status) ? (/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? []) : [];
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}
