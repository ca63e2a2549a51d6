import { expect, it } from 'vitest';
import { openExamination } from '../support/examination';
import { openBrowserWorld } from './browser-world';

it('maps the columns of a computer test’s file once, and sends the file, by tapping', async () => {
  const { world, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23', time: '10:00' });
  const exam = await openExamination(world);
  const anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  const number = await exam.numberOf(anna);
  const bytes = Buffer.from(`考号,考生姓名,最终得分,用时\n${number},安娜,88,41\n`);
  const file = { name: '机考.csv', type: 'text/csv', bytes };

  const officer = await staffOn('登分员', 'dengfen', `packages/staff/scores/index?session=${exam.params.id}`);
  await officer.tap('score-columns');
  await officer.sees('先选一份机考成绩文件');
  await officer.look('机考文件对应列还没有');
  await officer.pick('look-at-file', file);
  await officer.sees('保存（还有 4 列没有对）');
  const choose = async (header: string, meaning: string) => {
    await officer.page
      .locator('select')
      .nth(['考号', '考生姓名', '最终得分', '用时'].indexOf(header))
      .selectOption({ label: meaning });
  };
  await choose('考号', '准考证号');
  await choose('考生姓名', '姓名');
  await choose('最终得分', '理论知识成绩');
  await officer.sees('保存（还有 1 列没有对）');
  await officer.look('机考文件对应列');
  await choose('用时', '用不到');
  await officer.tap('save-columns');
  await officer.sees('已保存，可以上传了');
  await goTo(officer, `packages/staff/scores/index?session=${exam.params.id}`);
  await officer.pick('score-upload', file);
  await officer.sees('88');
  await officer.look('机考文件导入');
  expect(officer.faults()).toEqual([]);
});
