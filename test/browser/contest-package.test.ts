import { expect, it } from 'vitest';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { bluePhoto, entrantLine, packageOf } from '../support/packages';
import { approvedUnit, unitCode } from '../support/units';
import { openBrowserWorld } from './browser-world';

const MANY = 8;
const DESK = { width: 1280, height: 800 };

it('a company enters its people for C25 by one ZIP, and staff take in the e-mailed package of another', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2025-06-20' });
  const administrator = await firstAdministrator(world);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const unit = await approvedUnit(await candidateByPhone(world, '13900000001'), reviewer);

  const agent = await candidateOn('打包经办人', '13900000001');
  await goTo(agent, `packages/unit/unit/index?id=${unit.id}`);
  await agent.sees('竞赛团体报名');
  await agent.look('单位的竞赛');
  await agent.tap('contest-bspia-2025-');
  await agent.sees('下载名单模板');
  await agent.look('竞赛团体报名');
  const { bytes: template } = await agent.download('package-template');
  const lines = Array.from({ length: MANY }, (_, order) => entrantLine(order));
  const zip = async (name: string, people = lines) => ({
    name,
    type: 'application/zip',
    bytes: await packageOf(template, people),
  });
  await agent.pick('package-upload', await zip('报名材料.zip'));
  await agent.sees('请写成“企业简称+报名人数”');
  await agent.pick('package-upload', await zip(`甲安防+${MANY + 1}.zip`));
  await agent.sees('整个文件');
  await agent.look('包名人数不对');
  await agent.pick('package-upload', await zip(`甲安防+${MANY}.zip`));
  await agent.sees(`确认导入 ${MANY} 人`);
  await agent.look('压缩包预览');
  await agent.page.setViewportSize(DESK);
  await agent.look('压缩包预览 大屏');
  await agent.tap('sheet-confirm');
  await agent.sees('正在导入');
  await world.runJobs();
  await agent.sees('已导入');
  await agent.tap('group-entrants');
  await agent.sees('证件尾号');
  await agent.look('参赛选手 大屏');

  const clerk = await staffOn('收件', 'shenhe', 'packages/unit/units/index?body=bspia');
  await clerk.sees('录入来件单位');
  await clerk.look('单位列表');
  await clerk.tap('enter-unit');
  await clerk.page.setViewportSize(DESK);
  await clerk.type('unit-name', '北京乙安防有限公司');
  await clerk.page.locator('[id="unit-kind"]:visible').selectOption('company');
  await clerk.type('unit-code', unitCode(2));
  await clerk.pick('unit-proof', { name: '邮件.jpg', type: 'image/jpeg', bytes: await bluePhoto(1) });
  await clerk.sees('已上传');
  await clerk.type('unit-address', '北京市海淀区某路2号');
  await clerk.type('unit-contact', '孙经理');
  await clerk.type('unit-phone', '13900000055');
  await clerk.look('录入来件单位 大屏');
  await clerk.tap('send-unit');
  await clerk.sees('竞赛团体报名');
  await clerk.look('来件单位 大屏');
  await clerk.tap('contest-bspia-2025-');
  await clerk.sees('下载名单模板');
  const mailed = Array.from({ length: 3 }, (_, at) => entrantLine(50 + at));
  await clerk.pick('package-upload', await zip('乙安防+3.zip', mailed));
  await clerk.sees('确认导入 3 人');
  await clerk.look('来件预览 大屏');
  await clerk.tap('sheet-confirm');
  await clerk.sees('正在导入');
  await world.runJobs();
  await clerk.sees('已导入');
  expect(agent.faults()).toEqual([]);
  expect(clerk.faults()).toEqual([]);
});
