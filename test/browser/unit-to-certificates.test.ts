import { expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { scoreList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { colleagueOf } from '../support/counter';
import { membersConfirm } from '../support/members-confirm';
import type { SignedInPerson } from '../support/people';
import { readAll } from '../support/read-all';
import { readPages, readText } from '../support/read-pages';
import { filledRoster, lineOf, numberOf, photosOf } from '../support/rosters';
import { fillSheet } from '../support/score-sheet';
import { cecc, groupSessionIn } from '../support/training-body';
import { unitCode } from '../support/units';
import { filesIn } from '../../bff/src/platform/sheets/zip-of.testing';
import { type Desk, atDesk } from './at-desk';
import { type BrowserWorld, openBrowserWorld } from './browser-world';
import { giveConsent, pay } from './candidate';
import type { Phone } from './phone';
import { whileJobsRun } from './while-jobs-run';

const MANY = 32;
/** Works in an occupation that the notice does not name: staff decide. */
const DOUBTFUL = 3;
/** The photo is sent back. */
const SENT_BACK = 1;
/** Does not reach sixty in theory. */
const FAILS = 4;
const UNIT = '某培训学校';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const orders = Array.from({ length: MANY }, (_, order) => order);
const nameOf = (order: number): string => lineOf(order)['姓名'] ?? '';

it(`a training body brings ${MANY} people from the sheet to their certificates, and everybody sees where they are`, async () => {
  const opened = await openBrowserWorld({ day: '2024-08-12' });
  const { world, candidateOn, staffOn, goTo } = opened;
  const { administrator, sessionId } = await groupSessionIn(world);

  const agent = await candidateOn('机构经办', '13900000001');
  await goTo(agent, `packages/unit/mine/index?body=${cecc.id}`);
  await registers(agent);
  const reviewer = await staffOn('机构审核', 'shenhe', `packages/unit/units/index?body=${cecc.id}`);
  await reviewer.tap('unit-');
  await reviewer.sees('与名称、代码逐字核对');
  await reviewer.tap('approve-unit');
  await reviewer.sees('暂停这个单位');
  const unitPage = new URL(reviewer.page.url()).hash.slice(2);

  await agent.page.reload();
  await agent.sees('审核通过');
  await agent.tap('session-');
  await agent.sees('下载名单模板');
  const rosterPage = new URL(agent.page.url()).hash.slice(2);
  await bringsPeople(opened, agent);

  const [first, second] = [
    await candidateOn('学员', lineOf(0)['手机号'] ?? ''),
    await candidateOn('学员大字', lineOf(SENT_BACK)['手机号'] ?? ''),
  ];
  await goTo(first, 'packages/unit/claim/index');
  await confirms(first, 0);
  await second.page.setViewportSize({ width: 360, height: 780 });
  await goTo(second, 'pages/me/index');
  await second.tap('large-type');
  await goTo(second, 'packages/unit/claim/index');
  await confirms(second, SENT_BACK);
  await membersConfirm(world, orders.slice(2));

  await goTo(agent, rosterPage);
  await agent.sees(`提交 ${MANY} 人`);
  await agent.look('可以提交');
  await handsIn(opened, agent, MANY);
  await agent.look('已提交');

  const desk = await atDesk(opened, { owner: '机构审核大屏', name: 'shenhe', page: unitPage });
  await reviews(opened, desk, unitPage);
  await goTo(agent, rosterPage);
  await agent.tap('rows-problems');
  await agent.sees(nameOf(SENT_BACK));
  await agent.look('退回的');
  await agent.tap('row-');
  await agent.sees('协会退回，请修改后再提交');
  await agent.look('退回的一人');
  await agent.pick('row-photo', { name: 'photo.jpg', type: 'image/jpeg', bytes: await portrait() });
  await agent.sees('签字表代表本人确认');
  await agent.look('换了照片');
  await goTo(second, 'pages/mine/index');
  await second.look('单位改过');
  await second.sees('单位修改中');
  await second.tap('check-row-');
  await second.sees('请您本人确认');
  await second.look('再确认');
  await second.tap('row-truthful');
  await second.tap('row-notice-read');
  await second.tap('confirm-row');
  await second.sees('单位提交后');
  await goTo(agent, rosterPage);
  await handsIn(opened, agent, 1);
  await desk.open(unitPage);
  await desk.sees('等审核 1 人');
  await desk.click('reviews-');
  await desk.openRow(nameOf(SENT_BACK));
  await desk.page.locator('.desk-review__name', { hasText: nameOf(SENT_BACK) }).waitFor();
  await desk.click('approve');
  await desk.look('改好的一份');
  await desk.sees('都审完了');

  await pays(agent, rosterPage, goTo);
  await first.page.reload();
  await first.look('单位已缴');

  await seats(opened, administrator, sessionId);
  await goTo(agent, rosterPage);
  await agent.sees('准考证和结果');
  await agent.look('准考证和结果');
  const pages = await readPages((await agent.download('roster-tickets')).bytes);
  expect(pages.map((page, at) => page.join('').includes(nameOf(at)))).toEqual(orders.map(() => true));
  expect(filesIn((await agent.download('roster-ticket-files')).bytes).size).toBe(MANY);
  const handOut = await readText((await agent.download('roster-hand-out')).bytes);
  expect(orders.filter((order) => !handOut.includes(nameOf(order)))).toEqual([]);

  await marks(opened, administrator, sessionId);
  await goTo(agent, rosterPage);
  await agent.tap('roster-results');
  await agent.sees('没有通过');
  await agent.look('谁通过了');
  expect(await agent.page.getByText('理论知识').filter({ visible: true }).count()).toBe(0);
  await goTo(first, 'pages/mine/index');
  await first.look('成绩出来了');

  await world.moveTo('2024-10-30');
  const publisher = await atDesk(opened, {
    owner: '机构发证',
    name: 'fabu',
    page: `packages/staff/certificates/index?session=${sessionId}`,
  });
  await publisher.click('issue-certificates');
  await publisher.sees(`现在发放 ${MANY - 1} 份`);
  await publisher.click('issue-certificates-yes');
  await publisher.sees('合格的考生都已发证');
  await publisher.look('台账');
  // the notice wants everybody to come in person: whoever has signed the list
  await publisher.actOnAll('collect', () => publisher.look('登记领证'));
  await goTo(agent, rosterPage);
  await agent.tap('roster-results');
  await agent.sees(`${MANY - 1} / ${MANY - 1}`);
  await agent.look('都领了证');
  expect(await agent.page.getByText('已领取').filter({ visible: true }).count()).toBe(MANY - 1);
  expect([agent, reviewer, first, second].flatMap((phone) => phone.faults())).toEqual([]);
});

async function registers(agent: Phone): Promise<void> {
  await agent.tap('register-unit');
  await agent.sees('向哪个协会报名');
  await agent.type('unit-name', UNIT);
  await agent.page.locator('[id="unit-kind"]:visible').selectOption('training-body');
  await agent.type('unit-code', unitCode(1));
  await agent.pick('unit-proof', { name: 'proof.jpg', type: 'image/jpeg', bytes: await portrait() });
  await agent.sees('已上传');
  await agent.type('unit-address', '北京市朝阳区某路1号');
  await agent.type('unit-contact', '周老师');
  await agent.type('unit-phone', '13900000001');
  await agent.tap('send-unit');
  await agent.sees('协会正在核对');
}

/** The sheet, confirmed once it was compared, and one ZIP with everybody's photo. */
async function bringsPeople({ world }: BrowserWorld, agent: Phone): Promise<void> {
  const { bytes: template } = await agent.download('roster-template');
  const lines = orders.map((order) => lineOf(order, order === DOUBTFUL ? { 从事的职业: '水电维修工' } : {}));
  await agent.pick('roster-upload', { name: '名单.xlsx', type: XLSX, bytes: await filledRoster(template, lines) });
  await agent.sees(`确认导入 ${MANY} 人`);
  await agent.look('名单预览');
  await agent.tap('sheet-confirm');
  await whileJobsRun(agent.page, world, () => agent.sees('已导入'));
  await agent.pick('roster-photos', { name: '照片.zip', type: 'application/zip', bytes: await photosOf(orders) });
  await whileJobsRun(agent.page, world, () => agent.sees(`采用 ${MANY} 张`));
  await agent.look('名单和照片');
}

/** A member finds the own row and stands for it. */
async function confirms(member: Phone, order: number): Promise<void> {
  await member.type('claim-name', nameOf(order));
  await member.type('claim-document-number', numberOf(order));
  await member.tap('claim-row');
  await giveConsent(member);
  await member.sees('请您本人确认');
  await member.look('核对');
  await member.tap('row-truthful');
  await member.tap('row-notice-read');
  await member.tap('confirm-row');
  await member.sees('单位提交后');
  await member.look('确认了');
}

async function handsIn({ world }: BrowserWorld, agent: Phone, many: number): Promise<void> {
  await agent.sees(`提交 ${many} 人`);
  await agent.tap('submit-roster');
  await agent.tapWord('提交');
  await whileJobsRun(agent.page, world, () => agent.sees('协会审核以后会通知您'));
}

/** From the unit's page: its photos side by side, the doubtful one, and all others at once. */
async function reviews({ world }: BrowserWorld, desk: Desk, unitPage: string): Promise<void> {
  const { page } = desk;
  await desk.sees(`等审核 ${MANY} 人`);
  await desk.look('单位等审核');
  await desk.click('photos-');
  await page.locator('.portrait-tile', { hasText: nameOf(SENT_BACK) }).click();
  await desk.click('bad-photo-blurred');
  await page.locator('.portrait-tile--bad').waitFor();
  await desk.look('单位照片墙');
  await desk.click('portraits-done');
  await desk.click('portraits-send');
  await whileJobsRun(page, world, () => desk.sees('已退回 1 份'));
  await desk.click('portraits-close');
  await desk.sees('照片都看过了');
  await desk.open(unitPage);
  await desk.click('doubted-');
  await desk.sees(nameOf(DOUBTFUL));
  await desk.look('有疑点的一人');
  await desk.openRow(nameOf(DOUBTFUL));
  await page.locator('.desk-review__name', { hasText: nameOf(DOUBTFUL) }).waitFor();
  await desk.look('有疑点的一份');
  await desk.click('approve');
  await page.locator('#approve-reason textarea, textarea#approve-reason').first().fill('同类岗位');
  await desk.click('send-approve');
  await desk.sees('都审完了');
  await desk.open(unitPage);
  await desk.sees(`等审核 ${MANY - 2} 人`);
  await desk.click('reviews-');
  await desk.actOnAll('approve');
  await desk.sees('都审完了');
}

/** One order for all who are approved, paid at the cashier. */
async function pays(agent: Phone, rosterPage: string, goTo: BrowserWorld['goTo']): Promise<void> {
  await goTo(agent, rosterPage);
  await agent.sees(`为 ${MANY} 人开缴费单 5120.00元`);
  await agent.look('可以开缴费单');
  await agent.tap('open-unit-order');
  await agent.tap('order-');
  await agent.sees(`80.00元 × ${MANY} 人`);
  await pay(agent);
  await agent.tap('see-application');
  await agent.sees('已缴清');
  await agent.look('已缴清');
}

/** What staff do for a whole session stands in other stories. */
async function seats({ world }: BrowserWorld, { api }: SignedInPerson, sessionId: string): Promise<void> {
  const params = { id: sessionId };
  await world.moveTo('2024-09-02');
  const times = { theory: ['09:00', '10:30'], skill: ['13:00', '15:00'] } as const;
  const papers = (['theory', 'skill'] as const).map((subject) => ({
    offeringCode: 'blockchain-4',
    subject,
    day: localDate('2024-09-21'),
    siteName: '第一考点',
    startsAt: timeOfDay(times[subject][0]),
    endsAt: timeOfDay(times[subject][1]),
  }));
  const sites = [{ name: '第一考点', address: '工匠街18号', rooms: [{ name: '101', seats: MANY }] }];
  await api.ok(sessions.setSessionPlaces, { params, body: { sites, papers } });
  await api.ok(sittings.seatSession, { params });
  await world.moveTo('2024-09-16');
}

/** The marks by the template, held against the paper by somebody else, and published. */
async function marks(opened: BrowserWorld, administrator: SignedInPerson, sessionId: string): Promise<void> {
  const { world } = opened;
  await colleagueOf(world, administrator, cecc.id, 'dengfen', ['score-officer']);
  await colleagueOf(world, administrator, cecc.id, 'hedui', ['score-officer']);
  await colleagueOf(world, administrator, cecc.id, 'fabu', ['publisher']);
  await world.moveTo('2024-09-23');
  const listed = await readAll(administrator.api, scoreList, sessionId);
  const page = `packages/staff/scores/index?session=${sessionId}`;
  const marker = await opened.staffOn('机构登分', 'dengfen', page);
  const template = await marker.download('score-template');
  const points = listed.map(({ ticketNumber, name }) => {
    const theory = name === nameOf(FAILS) ? 59 : 81;
    return [ticketNumber, { 理论知识: theory, 操作技能: 77 }] as const;
  });
  const bytes = await fillSheet(template.bytes, Object.fromEntries(points));
  await marker.pick('score-upload', { name: '成绩.xlsx', type: XLSX, bytes });
  await marker.sees(`确认导入 ${MANY * 2} 个成绩`);
  await marker.tap('sheet-confirm');
  await whileJobsRun(marker.page, world, () => marker.sees(`已导入 ${MANY * 2} 个成绩`));
  const checker = await opened.staffOn('机构核对', 'hedui', page);
  await checker.tap('confirm-marks-');
  await checker.page.locator('[id^="confirm-marks-"]').waitFor({ state: 'detached' });
  const publisher = await opened.staffOn('机构发布', 'fabu', page);
  await publisher.tap('publish-results');
  await publisher.tap('publish-results-yes');
  await publisher.sees('发布。');
}
