import { expect, it } from 'vitest';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { approvedUnit } from '../support/units';
import { openBrowserWorld } from './browser-world';

it('a company goes by the printed steps of C24 on the government’s site, and keeps its own record until it is over', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-05-08' });
  const administrator = await firstAdministrator(world);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const unit = await approvedUnit(await candidateByPhone(world, '13900000001'), reviewer);

  const agent = await candidateOn('清单经办', '13900000001');
  await goTo(agent, `packages/unit/unit/index?id=${unit.id}`);
  await agent.sees('在主办方网站报名，这里记下每一步');
  await agent.look('单位的竞赛');
  await agent.tap('contest-bspia-2024-');
  await agent.sees(/报名步骤，已完成 0 \/ \d/);
  await agent.look('清单');
  await agent.tap('step-1');
  await agent.sees('已完成 1 /');
  await agent.tap('step-2');
  await agent.sees('已完成 2 /');
  await agent.tap('step-2');
  await agent.sees('已完成 1 /');
  await agent.page.locator('[id="group-state"]').selectOption({ label: '已在官网提交' });
  await agent.type('group-reference', 'BJ2024-018');
  await agent.tap('group-save');
  await agent.sees('已保存');

  await goTo(agent, 'pages/me/index');
  await agent.tap('large-type');
  await agent.page.setViewportSize({ width: 360, height: 780 });
  await goTo(agent, `packages/unit/unit/index?id=${unit.id}`);
  await agent.sees('继续');
  await agent.tap('contest-bspia-2024-');
  await agent.sees('已完成 1 /');
  expect(
    await agent.page.locator('[id="group-reference"] input, input[id="group-reference"]').first().inputValue(),
  ).toBe('BJ2024-018');
  await agent.look('清单-大字');

  await world.moveTo('2024-06-20');
  await goTo(agent, `packages/unit/unit/index?id=${unit.id}`);
  await agent.sees('查看');
  await agent.tap('contest-bspia-2024-');
  await agent.sees('报名情况');
  await agent.look('截止以后');
  await agent.page.locator('[id="group-state"]').selectOption({ label: '官网显示通过' });
  await agent.tap('group-save');
  await agent.sees('已保存');
  expect(agent.faults()).toEqual([]);
});
