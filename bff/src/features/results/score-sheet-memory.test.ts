import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { proveCount } from '../../prove-count.testing';

const MANY = proveCount(1_000);
const MOST_MB = 300;
const exec = promisify(execFile);
const program = fileURLToPath(new URL('judge-file.testing.ts', import.meta.url));
const judged = (file: string) => exec(process.execPath, ['--import', 'tsx', program, file], { maxBuffer: 10_000_000 });

/** A score sheet of so many candidates, one of whom has more than 100 points. */
async function writeSheet(filename: string, candidates: number): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename, useStyles: true });
  const sheet = book.addWorksheet('成绩');
  sheet.addRow(['准考证号', '姓名', '理论知识', '操作技能']).commit();
  for (let row = 2; row <= candidates + 1; row += 1)
    sheet
      .addRow([`20261212${String(row).padStart(6, '0')}`, '考生', row === 500 ? 101 : (row % 200) / 2, '缺考'])
      .commit();
  await book.commit();
}

it(`a workbook of ${MANY} candidates is read and judged in a program that holds less than ${MOST_MB} MB`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scores-'));
  const file = join(folder, 'scores.xlsx');
  try {
    await writeSheet(file, MANY);
    const { stdout } = await judged(file);
    const found = JSON.parse(stdout) as { rows: number; changes: number; problems: unknown[]; mostMb: number };
    process.stdout.write(`${found.rows} rows, at most ${found.mostMb} MB\n`);
    expect(found).toMatchObject({ rows: MANY, problems: [[500, '理论知识', 'not-a-score']] });
    expect(found.mostMb).toBeLessThan(MOST_MB);
  } finally {
    await rm(folder, { recursive: true });
  }
});
