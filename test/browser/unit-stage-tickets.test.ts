import { expect, it } from 'vitest';
import { entriesOf } from '../support/listed-entries';
import { firstAdministrator } from '../support/people';
import { readPages } from '../support/read-pages';
import { seatedStage } from '../support/stage-day';
import { AGENTS_PHONE, unitAtStage } from '../support/unit-at-stage';
import { openBrowserWorld } from './browser-world';
import { copiedPage } from './clipboard';

it('tells a unit’s agent of its people’s tickets for a stage, and hands them out', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const office = await firstAdministrator(world);
  const { group } = await unitAtStage(world, office, 3);
  await world.moveTo('2025-07-26');
  await seatedStage(office, await entriesOf(office), '2025-07-28', 30);
  await world.moveTo('2025-07-26', '09:30');

  const agent = await candidateOn('选手单位经办人', AGENTS_PHONE);
  await goTo(agent, 'packages/apply/messages/index');
  await agent.sees('3 张有效');
  await agent.look('单位选手的参赛证消息');
  await goTo(agent, `packages/unit/contest/index?id=${group.id}`);
  await agent.sees('下载全部参赛证');
  await agent.look('单位选手的参赛证');
  expect(await readPages((await agent.download('stage-2025-07-28-tickets')).bytes)).toHaveLength(3);
  expect((await agent.download('stage-2025-07-28-ticket-files')).bytes.subarray(0, 2).toString()).toBe('PK');
  const [list = []] = await readPages((await agent.download('stage-2025-07-28-hand-out')).bytes);
  expect(list.join('').replaceAll(/\s/g, '')).toContain('参赛证发放表');
  await goTo(agent, `packages/unit/entrants/index?id=${group.id}`);
  await agent.sees('复制全部安排，发到群里');
  await agent.look('单位选手的考场和座位');
  await agent.tap('copy-places');
  await agent.sees('已复制');
  const { text } = await copiedPage(agent.page);
  expect(text.split('\n')).toHaveLength(4);
  expect(text).toMatch(/^北京甲安防有限公司 初赛\n1\. \S+ 理论知识：7月28日 周一 09:00 亦庄考点 101 座位\d+$/m);
  expect(agent.faults()).toEqual([]);
});
