import { expect, it } from 'vitest';
import { rosterInPart } from '../support/corrected-roster';
import { filledRoster, lineOf, templateOf } from '../support/rosters';
import { phoneOfLine, trainingBodyIn } from '../support/training-body';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MANY = 30;

it('an agent sends a mended list again, and sees of every row what becomes of it, on the phone and at a desk', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  await rosterInPart({ ...body, world }, { people: MANY, photos: 10, handedIn: 2 });
  const lines = [
    lineOf(0, { 手机号: '13711110000' }),
    lineOf(1),
    lineOf(2),
    lineOf(3, { 从哪天起: '2023-01-01', 工作单位: '某某科技（北京）有限公司' }),
    lineOf(4, { 手机号: phoneOfLine(5) }),
    ...Array.from({ length: MANY - 6 }, (_, nth) => lineOf(nth + 5)),
    lineOf(MANY),
  ].map(({ 工作单位: employer, ...line }) => ({ ...line, ...(employer && { '工作单位（留空为本单位）': employer }) }));
  const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
  world.clock.passWall(60_000);

  const agent = await candidateOn('更正名单', '13900000001');
  await goTo(agent, 'pages/me/index');
  await goTo(agent, `packages/unit/roster/index?id=${body.roster.id}`);
  await agent.sees('下载名单模板');
  await agent.pick('roster-upload', { name: '名单.xlsx', type: XLSX, bytes });
  await agent.sees('确认导入 3 人');
  await agent.sees('表里的 13711110000 不采用');
  await agent.sees(/手机号与第 \d+ 行学员己子相同/);
  await agent.look('手机-要处理的');
  await agent.tap('sheet-rows-kept');
  await agent.sees('已提交，不会改');
  await agent.look('手机-不会改');
  await agent.tap('sheet-rows-changed');
  await agent.sees(/需累计工作满5年/);
  await agent.look('手机-有改动');

  await agent.page.setViewportSize({ width: 1280, height: 800 });
  const table = agent.page.locator('#judged-table:visible');
  await table.getByText(/需累计工作满5年/).waitFor();
  await agent.look('桌面-有改动');
  await agent.tap('sheet-rows-added');
  await table.getByRole('rowheader', { name: /学员甲卯/ }).waitFor();
  const places = () =>
    table.evaluate((box) => {
      const [name, , , far] = box.querySelectorAll('.judged-table__row--head > *');
      return {
        room: box.scrollWidth - box.clientWidth,
        name: name?.getBoundingClientRect().left,
        far: far?.getBoundingClientRect().left,
      };
    });
  const before = await places();
  expect(before.room).toBeGreaterThan(200);
  await table.evaluate((box) => box.scrollTo({ left: 200, behavior: 'instant' }));
  const after = await places();
  expect(after.name).toBeCloseTo(before.name ?? Number.NaN, 0);
  expect(after.far).toBeCloseTo((before.far ?? Number.NaN) - 200, 0);
  await agent.look('桌面-横移后');
  expect(agent.faults()).toEqual([]);
});

it('shows the same in large type', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  await rosterInPart({ ...body, world }, { people: 6, photos: 6, handedIn: 1 });
  const lines = [lineOf(0, { 手机号: '13711110000' }), lineOf(1, { 手机号: phoneOfLine(2) }), lineOf(2), lineOf(3)];
  const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
  world.clock.passWall(60_000);
  const agent = await candidateOn('更正名单大字', '13900000001');
  await agent.open(`${world.origin}/#/pages/me/index`);
  await agent.tap('large-type');
  await goTo(agent, `packages/unit/roster/index?id=${body.roster.id}`);
  await agent.sees('下载名单模板');
  await agent.pick('roster-upload', { name: '名单.xlsx', type: XLSX, bytes });
  await agent.sees('确认导入 1 人');
  await agent.sees('表里的 13711110000 不采用');
  await agent.look('手机');
  await agent.tap('sheet-rows-missing');
  await agent.sees(/^学员戊子/);
  await agent.look('手机-表里没有');
  await agent.page.setViewportSize({ width: 1280, height: 800 });
  await agent.page.getByRole('rowheader', { name: /学员戊子/ }).waitFor();
  await agent.look('桌面');
  await agent.page.setViewportSize({ width: 390, height: 844 });
  await agent.tap('sheet-confirm');
  await whileJobsRun(agent.page, world, () => agent.sees('已导入'));
  await goTo(agent, `packages/unit/rows/index?id=${body.roster.id}&of=all`);
  await agent.sees(/手机号与名单第 3 位学员丙子相同/);
  await agent.look('名单');
  await agent.tapWord('2. 学员乙子（0034）');
  await agent.sees('手机号重复');
  await agent.look('名单中的一人');
  expect(agent.faults()).toEqual([]);
});
