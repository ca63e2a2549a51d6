import { expect } from 'vitest';
import { importedRecords as contract } from '@jikaotong/shared/contract';
import { importedList } from '@jikaotong/shared/lists';
import { actOn } from './act-on';
import { colleagueOf } from './counter';
import { fillRows } from './fill-rows';
import { sendSheet } from './send-sheet';
import type { TrainingBody } from './training-body';

type Passed = { readonly name: string; readonly documentNumber: string; readonly phone: string };

/** Passes in theory of E24's 四级 from before the system, kept until 2025-03-11: taken in by one clerk, agreed to by another. */
export async function importPasses(
  { world, administrator }: Pick<TrainingBody, 'world' | 'administrator'>,
  passed: readonly Passed[],
): Promise<void> {
  const params = { id: 'cecc' };
  const [clerk, other] = [
    await colleagueOf(world, administrator, 'cecc', 'daoru', ['publisher']),
    await colleagueOf(world, administrator, 'cecc', 'hedui', ['publisher']),
  ];
  const template = await clerk.api.file(contract.downloadImportTemplate, { params: { ...params, kind: 'pass' } });
  const rows = passed.map(({ name, documentNumber, phone }) => ({
    姓名: name,
    证件类型: '居民身份证',
    证件号码: documentNumber,
    报考项目: '区块链应用操作员 四级/中级工',
    合格科目: '理论知识',
    考试结束日期: '2024-03-01',
    成绩公布日期: '2024-03-11',
    手机号: phone,
    来源: '2024年春季台账',
  }));
  const bytes = await fillRows(template, rows);
  const sent = await sendSheet(world, clerk, { endpoints: contract.passesSheet, id: 'cecc', bytes });
  expect(sent).toMatchObject({ state: 'done', applied: passed.length });
  await actOn(world, other, { list: importedList, id: 'cecc', choice: { act: 'confirm', which: { match: {} } } });
}
