import { expect, it } from 'vitest';
import { orders, rosters, sittings } from '@jikaotong/shared/contract';
import { numberOf, photosOf } from '../support/rosters';
import { listOf, student } from '../support/government-list';
import type { PickedFile } from './phone';
import { augustSession, schoolWithRoster, shqbxh } from '../support/school-with-roster';
import { colleagueOf } from '../support/counter';
import { equipBody } from '../support/people';
import { blankPage } from '../support/scan-of';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const DESK = { width: 1280, height: 800 };
const OWN = [0, 1, 2, 3, 4];
/** In the list of the system somebody has another phone, somebody is new, and the last one of the school is not there. */
const CHANGED = 1;
const ADDED = 9;
const MANY = 5;
const nameOf = (order: number): string => student(order)['姓名'] ?? '';

it('a school of S25 answers three differences of the government’s list, hands in, and has its tickets once the originals are there', async () => {
  const opened = await openBrowserWorld({ day: '2025-06-17' });
  const { world, candidateOn, goTo } = opened;
  const session = await augustSession(world);
  const { administrator, sessionId } = session;
  await equipBody(world, administrator, shqbxh);
  const finance = await colleagueOf(world, administrator, shqbxh.id, 'caiwu', ['finance']);
  const { unit, roster, agent: account } = await schoolWithRoster(session, { nths: OWN });
  const page = `packages/unit/roster/index?id=${roster.id}`;

  const agent = await candidateOn('学校经办人', '13900000001');
  await goTo(agent, page);
  await agent.sees('办理步骤，已完成 0 / 4');
  await agent.tap('site-step-1');
  await agent.sees('办理步骤，已完成 1 / 4');
  await agent.look('自助经办');
  const list = listOf([
    { order: 0 },
    { order: CHANGED, phone: '13711112222' },
    { order: 2 },
    { order: 3 },
    { order: ADDED },
  ]);
  await agent.pick('list-upload', { name: '名单.csv', type: 'text/csv', bytes: list });
  await agent.sees('对列：名单里哪一列是什么');
  await agent.look('对列');
  await agent.page.setViewportSize(DESK);
  await agent.look('对列 大屏');
  await agent.tap('map-save');
  await agent.sees('确认导入 2 人');
  // a digit is wrong in the list of the system: that row is named, the others are compared
  const unread = Buffer.from(list.toString().replace(numberOf(2), '310105199001010000'));
  await agent.pick('list-upload', { name: '错一行.csv', type: 'text/csv', bytes: unread });
  await agent.sees('有 1 处没有读进来');
  await agent.look('名单里读不出的一行 大屏');
  await agent.pick('list-upload', { name: '名单.csv', type: 'text/csv', bytes: list });
  await agent.sees('确认导入 2 人');
  await agent.sees('13711112222');
  await agent.look('名单差异 大屏');
  await agent.tap('sheet-removes');
  await agent.sees('确认导入 3 人');
  await agent.tap('sheet-confirm');
  await agent.sees('正在导入');
  await whileJobsRun(agent.page, world, () => agent.sees('已导入'));
  await agent.page.setViewportSize({ width: 390, height: 844 });

  // what the list does not say of whom it brought, the school says
  await goTo(agent, page);
  await agent.tap('rows-problems');
  await agent.page.getByText(nameOf(ADDED)).first().tap();
  await agent.sees('资料不全');
  await agent.look('系统名单带来的一人');
  await agent.tap('row-step-offering');
  await agent.page.locator('.choice[role="radio"]:visible').first().tap();
  const questions = agent.page.locator('select[id^="row-declared."]:visible');
  for (const one of await questions.all()) await one.selectOption('是');
  await agent.look('补项目');
  await agent.tap('row-step-work');
  await agent.type('row-jobOccupation', '保卫管理员');
  const from = '[id="row-jobFrom"] input:visible, input[id="row-jobFrom"]:visible';
  await agent.page.locator(from).first().fill('2010-03-01');
  await agent.tap('save-row');
  await agent.sees('请上传证件照片');
  await goTo(agent, page);
  const zip = await photosOf([0, 1, 2, 3, ADDED]);
  await agent.pick('roster-photos', { name: '照片.zip', type: 'application/zip', bytes: zip });
  await whileJobsRun(agent.page, world, () => agent.sees(`采用 ${MANY} 张`));
  await agent.look('照片都有了');

  // everybody signs on paper, and the page goes with the row
  const scan: PickedFile = { name: '签字.jpg', type: 'image/jpeg', bytes: await blankPage() };
  await goTo(agent, `packages/unit/rows/index?id=${roster.id}&of=unconfirmed`);
  for (const order of [0, 1, 2, 3, ADDED]) {
    const row = agent.page.getByText(`${nameOf(order)}（${numberOf(order).slice(-4)}）`).filter({ visible: true });
    await row.tap();
    await agent.pick('row-signed', scan);
    await agent.sees('已确认');
    await agent.page.goBack();
    // the list stands again without whoever has signed
    await row.waitFor({ state: 'hidden' });
  }
  await goTo(agent, page);
  await agent.sees('请先勾选单位已经初审');
  await agent.tap('first-reviewed');
  await agent.sees(`提交 ${MANY} 人`);
  await agent.look('声明初审');
  await agent.tap('submit-roster');
  await agent.tapWord('提交');
  await whileJobsRun(agent.page, world, () => agent.sees('协会审核以后会通知您'));

  const desk = await atDesk(opened, {
    owner: '收原件',
    name: 'shenhe',
    page: `packages/unit/judge/index?id=${unit.id}`,
  });
  await desk.sees(`签字原件 0 / ${MANY}`);
  for (const [at, box] of (await desk.page.locator('[id^="original-"]:visible').all()).entries()) {
    await box.click();
    await desk.sees(`签字原件 ${at + 1} / ${MANY}`);
  }
  await desk.page.locator('[id^="original-"]').last().scrollIntoViewIfNeeded();
  await desk.look('签字原件 大屏');
  await desk.click('photos-');
  await desk.page.locator('.portrait-tile').first().waitFor();
  await desk.click('portraits-done');
  await desk.sees('照片都看过了');
  await desk.open(`packages/unit/judge/index?id=${unit.id}`);
  // the notice leaves everybody's education to staff
  await desk.click('doubted-');
  await desk.page.getByText(nameOf(ADDED)).first().waitFor();
  await desk.page.locator('#desk-table [id^="review-"]').first().click();
  for (let decided = 0; decided < MANY; decided += 1) {
    if (decided > 0) await desk.sees(`，已办 ${decided}`);
    await desk.page.locator('#approve:visible').click();
    await desk.page.locator('#approve-reason textarea, textarea#approve-reason').first().fill('学历已核对');
    await desk.click('send-approve');
    await desk.page.locator('#send-approve').waitFor({ state: 'detached' });
  }
  await desk.sees('都审完了');

  await goTo(agent, page);
  await agent.sees(`已收到 ${MANY} / ${MANY} 份`);
  await agent.tap('open-unit-order');
  await agent.tap('order-');
  await agent.sees('5180.00元');
  await agent.look('对公转账');
  // the money comes to the account
  const [order] = (await account.api.ok(rosters.getRoster, { params: { id: roster.id } })).orders;
  const paid = { method: 'transfer' as const, amountFen: MANY * 103_600, paidOn: world.today() };
  await finance.api.ok(orders.recordReceipt, { params: { id: order?.id ?? '' }, body: paid });
  await goTo(agent, page);
  await agent.sees('已缴清');

  await world.moveTo('2025-07-21');
  await administrator.api.ok(sittings.seatSession, { params: { id: sessionId } });
  await world.moveTo('2025-08-11');
  await goTo(agent, page);
  await agent.sees('准考证和结果');
  await agent.look('准考证');
  expect((await agent.download('roster-tickets')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(agent.faults()).toEqual([]);
});
