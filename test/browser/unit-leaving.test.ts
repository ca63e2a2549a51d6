import { expect, it } from 'vitest';
import { rosters } from '@jikaotong/shared/contract';
import { moneyCaseList, seatList } from '@jikaotong/shared/lists';
import { pageFaults } from '../support/chromium';
import { colleagueOf } from '../support/counter';
import { student } from '../support/government-list';
import { payAll, schoolIn, seatAll } from '../support/paid-school';
import { readText } from '../support/read-pages';
import { shqbxh } from '../support/school-with-roster';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

it('an officer lets somebody leave for whom a unit has paid, at a desk and on a phone, and the unit reads where the money is', async () => {
  const opened = await openBrowserWorld({ day: '2025-06-17' });
  const { world, candidateOn, staffOn, goTo } = opened;
  const school = await schoolIn(world, 3);
  const { administrator, finance, sessionId, roster } = school;
  const officer = await colleagueOf(world, administrator, shqbxh.id, 'kaowu', ['exam-officer']);
  await payAll(school);
  await seatAll(school);
  const name = (at: number) => student(at)['姓名'] ?? '';
  const applicants = `packages/review/applicants/index?session=${sessionId}`;

  const desk = await atDesk(opened, { owner: '单位退出', name: 'kaowu', page: applicants });
  await desk.openRow(name(0));
  await desk.sees('已缴费 1036.00元，考生自己不能退出，由您办理');
  await desk.look('一名考生');
  await desk.click('let-leave');
  await desk.sees('财务会收到待办，两个人同意后退给缴费的单位');
  await desk.look('退不退费');
  await desk.clickWord('退费');
  await desk.type('leaving-reason', '经办人来电，该学员已离职');
  await desk.sees('确定退出，费用退回');
  await desk.look('确定退出');
  await desk.click('confirm-leaving');
  await desk.page.locator('#confirm-leaving').waitFor({ state: 'detached' });
  await desk.page.locator('#let-leave').waitFor({ state: 'detached' });
  await desk.look('已退出');

  const phone = await staffOn('单位退出-手机', 'kaowu', applicants);
  await phone.page
    .getByText(new RegExp(`^${name(1)}`))
    .filter({ visible: true })
    .first()
    .tap();
  await phone.tap('let-leave');
  await phone.tapWord('不退费');
  await phone.type('leaving-reason', '经办人来电，退费不再要');
  await phone.look('不退费退出');
  await phone.tap('confirm-leaving');
  await phone.page.locator('#confirm-leaving').waitFor({ state: 'detached' });
  await phone.page.locator('#let-leave').waitFor({ state: 'detached' });
  await phone.look('已退出');
  const { items: seats } = await officer.api.ok(seatList.rows, { params: { id: sessionId }, query: {} });
  expect([...new Set(seats.map((seat) => seat.name))]).toEqual([name(2)]);
  const cases = await finance.api.ok(moneyCaseList.rows, { params: { id: shqbxh.id }, query: { state: 'open' } });
  expect(cases.items).toMatchObject([{ kind: 'refund-due', amountFen: 103_600 }]);

  const money = await atDesk(opened, {
    owner: '单位退出-财务',
    name: 'caiwu',
    page: `packages/review/cases/index?body=${shqbxh.id}&about=money`,
  });
  await money.sees('应退费用');
  await money.look('要退给单位的');
  const agent = await candidateOn('单位退出-经办人', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees('准考证和结果');
  await agent.look('名单里还有一人');
  const { orders: paid } = await school.agent.api.ok(rosters.getRoster, { params: { id: roster.id } });
  await agent.tap(`order-${paid[0]?.id}`);
  await agent.sees('下载收据');
  await agent.look('缴费单');
  const receipt = await agent.download('take-receipt');
  expect(receipt.name).toBe(`收据-${paid[0]?.number}.pdf`);
  expect(await readText(receipt.bytes)).toContain('某保安学校（共2人）');
  expect([...pageFaults(desk.page), ...pageFaults(money.page), ...phone.faults(), ...agent.faults()]).toEqual([]);
});
