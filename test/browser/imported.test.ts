import { expect, it } from 'vitest';
import { importedRecords } from '@jikaotong/shared/contract';
import { citizenNumber } from '../builders/citizen-number';
import { fillRows } from '../support/fill-rows';
import { sendSheet } from '../support/send-sheet';
import { openSession } from '../support/open-session';
import { bspia, candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const mobile = '13800007799';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

it('one brings passes from before in, another confirms them, and the person finds them and plans a retake', async () => {
  const opened = await openBrowserWorld({ day: '2026-11-16', time: '10:00' });
  const { world, candidateOn, staffOn, goTo } = opened;
  const administrator = await firstAdministrator(world);
  await openSession(administrator);
  const daoru = await staffMember(world, administrator, 'daoru', ['publisher']);
  await staffMember(world, administrator, 'hedui', ['exam-officer']);
  await candidateByPhone(world, mobile);
  const row = {
    姓名: '王建国',
    证件类型: '居民身份证',
    证件号码: citizenNumber({ birthDate: '1990-05-01', sex: 'male', order: 7 }),
    报考项目: '安全防范系统安装维护员 五级/初级工',
    合格科目: '理论知识',
    考试结束日期: '2026-03-01',
    成绩公布日期: '2026-03-06',
    准考证号: '2026030007',
    来源: '2026年春季台账第2册',
  };

  const clerk = await staffOn('导入员', 'daoru', 'packages/conduct/imported/index?body=bspia');
  await clerk.sees('还没有导入');
  await clerk.look('从前的记录空着');
  await clerk.tap('go-import');
  await clerk.sees('写明每条来自哪本台账');
  await clerk.look('导入从前的记录');
  const template = await clerk.download('import-template');
  const wrong = await fillRows(template.bytes, [{ ...row, 合格科目: '理论' }]);
  await clerk.pick('imported-upload', { name: '错的.xlsx', type: xlsx, bytes: wrong });
  await clerk.sees('请填合格的科目');
  await clerk.look('导入有误');
  const right = await fillRows(template.bytes, [row]);
  await clerk.pick('imported-upload', { name: '对的.xlsx', type: xlsx, bytes: right });
  await clerk.sees('理论知识合格');
  await clerk.look('导入预览');
  await whileJobsRun(clerk.page, world, async () => {
    await clerk.tap('sheet-confirm');
    await clerk.sees('已导入');
  });
  await goTo(clerk, 'packages/conduct/imported/index?body=bspia');
  await clerk.sees('要由另一位工作人员核对');
  await clerk.look('等另一人核对');

  const name = '核对员';
  const second = await atDesk(opened, {
    owner: name,
    name: 'hedui',
    page: 'packages/conduct/imported/index?body=bspia',
  });
  await second.sees('其中 1 条等您对照原件核对');
  await second.look('待核对');
  await second.actOnAll('confirm');
  await second.open('packages/conduct/imported/index?body=bspia');
  await second.sees('已生效');
  await second.look('已核对');

  const candidate = await candidateOn('从前考过的人', mobile);
  await goTo(candidate, 'packages/exam/earlier/index');
  await candidate.sees('找回从前合格的科目');
  await candidate.look('找回合格科目');
  await candidate.type('claim-name', '王建国');
  await candidate.type('claim-document-number', row.证件号码);
  await candidate.type('claim-code', '2026030007');
  await candidate.tap('claim-passes');
  await candidate.sees('还要考 操作技能');
  await candidate.look('从前的科目和补考安排');

  // what is put right stands beside what holds, until another has looked at it
  const changed = { ...row, 已补考次数: 1, 保留到: '2027-03-05', 准考证号: '2026030070', 来源: '2026年春季台账第3册' };
  const bytes = await fillRows(template.bytes, [changed]);
  await sendSheet(world, daoru, { endpoints: importedRecords.passesSheet, id: bspia.id, bytes });
  await second.open('packages/conduct/imported/index?body=bspia');
  await second.sees('改动待核对');
  await second.look('有改动');
  await second.clickWord('王建国');
  await second.sees('核对以后改成');
  await second.look('改成什么');
  await goTo(clerk, 'pages/me/index');
  await clerk.tap('large-type');
  await goTo(clerk, 'packages/conduct/imported/index?body=bspia');
  await clerk.sees(/改成/);
  await clerk.look('大字-有改动');
  expect([clerk, candidate].flatMap((phone) => phone.faults())).toEqual([]);
});
