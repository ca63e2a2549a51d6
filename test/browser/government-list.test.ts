import { expect, it } from 'vitest';
import { listOf } from '../support/government-list';
import { augustSession, schoolWithRoster } from '../support/school-with-roster';
import { openBrowserWorld } from './browser-world';

const DESK = { width: 1280, height: 800 };

it('a school of S25 holds the government’s list against its own, and staff tick the signed originals', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2025-06-17' });
  const { unit, roster } = await schoolWithRoster(await augustSession(world), { nths: [0, 1, 2, 3, 4] });

  const agent = await candidateOn('学校经办人', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees('办理步骤，已完成 0 / 4');
  await agent.tap('site-step-1');
  await agent.sees('办理步骤，已完成 1 / 4');
  await agent.look('自助经办');
  const list = listOf([{ order: 0 }, { order: 1, phone: '13711112222' }, { order: 2 }, { order: 3 }, { order: 9 }]);
  await agent.pick('list-upload', { name: '名单.csv', type: 'text/csv', bytes: list });
  await agent.sees('对列：名单里哪一列是什么');
  await agent.look('对列');
  await agent.page.setViewportSize(DESK);
  await agent.look('对列 大屏');
  await agent.tap('map-save');
  await agent.sees('确认导入 2 人');
  await agent.sees('13711112222');
  await agent.look('名单差异 大屏');
  await agent.tap('sheet-removes');
  await agent.sees('确认导入 3 人');
  await agent.tap('sheet-confirm');
  await agent.sees('正在导入');
  await world.runJobs();
  await agent.sees('已导入');

  const clerk = await staffOn('收原件', 'shenhe', `packages/unit/judge/index?id=${unit.id}`);
  await clerk.page.setViewportSize(DESK);
  await clerk.sees('签字原件 0 / 5');
  await clerk.tap('original-');
  await clerk.sees('签字原件 1 / 5');
  await clerk.look('签字原件 大屏');
  expect(agent.faults()).toEqual([]);
  expect(clerk.faults()).toEqual([]);
});
